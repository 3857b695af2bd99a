/** The modules that come with CPython 3.9 to 3.14, all systems together; those that begin with `_` are left out. */
const python = words(`
abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii binhex bisect builtins
bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall compression concurrent configparser
contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings
ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch formatter fractions ftplib functools gc genericpath getopt getpass
gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json
keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc
nis nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev parser pathlib pdb pickle pickletools pipes pkgutil
platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re
readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket
socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau symbol symtable
sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios test textwrap this threading time timeit tkinter token tokenize tomllib
trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser
winreg winsound wsgiref xdrlib xml xmlrpc xxsubtype zipapp zipfile zipimport zlib zoneinfo
`);

/** The modules that come with Node, with and without `node:`. */
const node = words(`
assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http http2 https
inspector module net os path perf_hooks process punycode querystring readline repl stream string_decoder sys timers tls trace_events tty url
util v8 vm wasi worker_threads zlib
`);

/** What an agent may import although nobody installs it for it: the runtime's own helper, and installers that environments come with. */
const provided: ReadonlySet<string> = new Set(['hermes_runtime', 'pip', 'setuptools', 'pkg_resources', 'wheel']);

/** Whether every interpreter, or the runtime, brings a module along. `name` is the first part of what is imported. */
export function isStandard(name: string, language: 'python' | 'nodejs'): boolean {
  if (provided.has(name)) return true;
  return language === 'python' ? name.startsWith('_') || python.has(name) : name.startsWith('node:') || node.has(name);
}

/** The standard modules whose names are long enough for near matches. */
export function standardModules(language: 'python' | 'nodejs'): readonly string[] {
  return [...(language === 'python' ? python : node)].filter(({ length }) => length > 4);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
