"""Statements for the ledger, put into the agent's own source without moving a line.

Each inserted node takes the position of the statement that it stands before, so tracebacks, breakpoints and coverage keep their lines.
"""

import ast

from .loading import LEDGER

# One underscore: two would be mangled inside classes.
LOOP_NAME = "_hr_loop"
VALUE_NAME = "_hr_value"

# Functions that look at their own local variables must not find ours.
READS_LOCALS = {"locals", "vars", "dir", "eval", "exec"}
# Calls that read the exception without naming it.
READS_EXCEPTION = {"print_exc", "format_exc", "exc_info", "exception", "print_exception"}
HEADER_LENGTH = 80
UNCOUNTED_WHILE = "the turns of a while loop are not counted"
UNCOUNTED_SCOPE = "the turns of a loop in a class body, or beside locals() and the like, are not counted"
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
SCOPES = (*FUNCTIONS, ast.ClassDef)


class Loop:
    """An instrumented `for` around the statement that is being visited; `number` is None for all other loops."""

    def __init__(self, number=None):
        self.number = number
        self.name = f"{LOOP_NAME}{number}"


class Handler:
    """An `except` around the statement that is being visited. `late`: told at its exits, for it may raise again."""

    def __init__(self, number, late):
        self.number = number
        self.late = late


class Transform(ast.NodeTransformer):
    """Adds loop counters, loop exits, caught exceptions and decoded bytes. `table` collects what the numbers stand for."""

    def __init__(self, table, file):
        self._table = table
        self._file = file
        self._around = []
        self._may_add_loops = True
        self._tails = {}
        # Loops whose turns could end early and are not counted, as (line, why): the trace names them.
        self.passed_over = []

    def visit_FunctionDef(self, node):
        return self._scope(node, not reads_locals(node))

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node):
        # Names of the class body become attributes: no loop variables of ours there.
        return self._scope(node, False)

    def visit_Lambda(self, node):
        return self._scope(node, False)

    def visit_For(self, node):
        node.iter = self.visit(node.iter)
        if not is_interesting(node):
            return self._plain_loop(node)
        if not self._may_add_loops:
            self.passed_over.append((node.lineno, UNCOUNTED_SCOPE))
            return self._plain_loop(node)
        loop = Loop(self._table.add_loop(self._file, node, header_of(node), names_of(node)))
        self._mark_tail(node.body, loop)
        node.body = [bump(loop, node.body[0]), *self._block(node.body, loop)]
        over = assign(attribute(loop.name, "over", ast.Store()), ast.Constant(True), node)
        node.orelse = [over, *self._block(node.orelse)]
        opened = assign(ast.Name(loop.name, ast.Store()), call(attribute(LEDGER, "open"), ast.Constant(loop.number)), node)
        closed = statement(call(attribute(loop.name, "close")), node)
        return [opened, at(ast.Try(body=[node], handlers=[], orelse=[], finalbody=[closed]), node)]

    visit_AsyncFor = visit_For

    def visit_While(self, node):
        node.test = self.visit(node.test)
        if is_interesting(node):
            self.passed_over.append((node.lineno, UNCOUNTED_WHILE))
        return self._plain_loop(node)

    def visit_ExceptHandler(self, node):
        used = reads_exception(node)
        number = self._table.add_handler(self._file, node.lineno, used)
        handler = Handler(number, any(isinstance(part, ast.Raise) for part in walk_inside(node.body)))
        first, last = node.body[0], node.body[-1]
        loop = self._tails.get(id(node))
        body = self._block(node.body, handler)
        if not handler.late:
            body.insert(0, caught(handler, first))
        if not isinstance(last, (ast.Continue, ast.Break, ast.Return, ast.Raise)):
            body.extend(caught(handler, last) for _ in range(1) if handler.late)
            if loop is not None:
                body.append(dropped(loop, handler, last))
        node.body = body
        return node

    def visit_Continue(self, node):
        added = [caught(handler, node) for handler in self._late_handlers_to_loop()]
        loop, handler = self._innermost_loop()
        if loop is not None and loop.number is not None:
            line = ast.Constant(node.lineno)
            added.append(dropped(loop, handler, node) if handler else statement(call(attribute(loop.name, "skip"), line), node))
        return [*added, node]

    def visit_Break(self, node):
        added = [caught(handler, node) for handler in self._late_handlers_to_loop()]
        loop, _ = self._innermost_loop()
        if loop is not None and loop.number is not None:
            added.append(left(loop, "break", node))
        return [*added, node]

    def visit_Return(self, node):
        self.generic_visit(node)
        loops = [around for around in self._around if isinstance(around, Loop) and around.number is not None]
        handlers = [around for around in reversed(self._around) if isinstance(around, Handler) and around.late]
        added = [caught(handler, node) for handler in handlers] + [left(loop, "return", node) for loop in reversed(loops)]
        if not added or node.value is None or isinstance(node.value, (ast.Constant, ast.Name)) or not self._may_add_loops:
            return [*added, node]
        # The value may raise, and then the loop was not left by this return.
        kept = assign(ast.Name(VALUE_NAME, ast.Store()), node.value, node)
        return [kept, *added, at(ast.Return(ast.Name(VALUE_NAME, ast.Load())), node)]

    def visit_Call(self, node):
        self.generic_visit(node)
        target = node.func
        if isinstance(target, ast.Attribute) and target.attr == "decode" and len(node.args) <= 2:
            node.func = at(attribute(LEDGER, "decode"), target)
            node.args = [target.value, *node.args]
        return node

    def _scope(self, node, may_add_loops):
        around, allowed, tails = self._around, self._may_add_loops, self._tails
        self._around, self._may_add_loops, self._tails = [], may_add_loops, {}
        self.generic_visit(node)
        self._around, self._may_add_loops, self._tails = around, allowed, tails
        return node

    def _plain_loop(self, node):
        node.body = self._block(node.body, Loop())
        node.orelse = self._block(node.orelse)
        return node

    def _block(self, body, around=None):
        if around is not None:
            self._around.append(around)
        result = []
        for part in body:
            visited = self.visit(part)
            result.extend(visited if isinstance(visited, list) else [visited])
        if around is not None:
            self._around.pop()
        return result

    def _innermost_loop(self):
        """The loop that `continue` belongs to, and the handler inside it that we are in."""
        handler = None
        for around in reversed(self._around):
            if isinstance(around, Loop):
                return around, handler
            handler = handler or around
        return None, None

    def _late_handlers_to_loop(self):
        found = []
        for around in reversed(self._around):
            if isinstance(around, Loop):
                break
            if around.late:
                found.append(around)
        return found

    def _mark_tail(self, body, loop):
        """Remembers the handlers after which the turn is over: no statement of the loop's body follows them."""
        last = body[-1] if body else None
        if isinstance(last, ast.Try):
            for handler in last.handlers:
                self._tails[id(handler)] = loop
                self._mark_tail(handler.body, loop)
            self._mark_tail(last.orelse or last.body, loop)
        elif isinstance(last, ast.If):
            self._mark_tail(last.body, loop)
            self._mark_tail(last.orelse, loop)
        elif isinstance(last, (ast.With, ast.AsyncWith)):
            self._mark_tail(last.body, loop)


def is_interesting(loop):
    """Loops in which a turn can end early: all others run as they were written, at no cost."""
    return any(isinstance(part, (ast.Continue, ast.Try)) for part in walk_inside(loop.body))


def walk_inside(body):
    """Statements and expressions below, without those of nested functions and classes."""
    todo = list(body)
    while todo:
        part = todo.pop()
        if isinstance(part, SCOPES):
            continue
        yield part
        todo.extend(ast.iter_child_nodes(part))


def reads_locals(function):
    calls = (part for part in walk_inside(function.body) if isinstance(part, ast.Call))
    return any(isinstance(part.func, ast.Name) and part.func.id in READS_LOCALS for part in calls)


def reads_exception(handler):
    for part in (inner for top in handler.body for inner in ast.walk(top)):
        if isinstance(part, ast.Name) and part.id == handler.name and isinstance(part.ctx, ast.Load):
            return True
        if isinstance(part, ast.Attribute) and part.attr in READS_EXCEPTION:
            return True
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in READS_EXCEPTION:
            return True
        if isinstance(part, ast.keyword) and part.arg == "exc_info":
            return True
    return False


def header_of(loop):
    text = " ".join(f"{ast.unparse(loop.target)} in {ast.unparse(loop.iter)}".split())
    text = text[1:].replace(") in ", " in ", 1) if text.startswith("(") and isinstance(loop.target, ast.Tuple) else text
    return text if len(text) <= HEADER_LENGTH else text[: HEADER_LENGTH - 1] + "…"


def names_of(loop):
    """The loop's variables, without the counter of an `enumerate`."""
    names = [part.id for part in ast.walk(loop.target) if isinstance(part, ast.Name)]
    counts = isinstance(loop.iter, ast.Call) and isinstance(loop.iter.func, ast.Name) and loop.iter.func.id == "enumerate"
    return tuple(names[1:] if counts and len(names) > 1 else names)


def at(node, place):
    """Gives a new node, and every node inside that has none, the position of an old one."""
    for part in ast.walk(node):
        if "lineno" in part._attributes and not hasattr(part, "lineno"):
            ast.copy_location(part, place)
    return node


def attribute(name, attr, context=None):
    return ast.Attribute(ast.Name(name, ast.Load()), attr, context or ast.Load())


def call(function, *args):
    return ast.Call(function, list(args), [])


def statement(expression, place):
    return at(ast.Expr(expression), place)


def assign(target, value, place):
    return at(ast.Assign([target], value), place)


def bump(loop, place):
    return at(ast.AugAssign(attribute(loop.name, "n", ast.Store()), ast.Add(), ast.Constant(1)), place)


def caught(handler, place):
    return statement(call(attribute(LEDGER, "caught"), ast.Constant(handler.number)), place)


def dropped(loop, handler, place):
    return statement(call(attribute(loop.name, "drop"), ast.Constant(handler.number)), place)


def left(loop, how, place):
    return statement(call(attribute(loop.name, "leave"), ast.Constant(how), ast.Constant(place.lineno)), place)
