import { type FilterArchitecture, auditArchitectures, deniedCalls, inspectedCalls } from './syscall-numbers.ts';

export type FilterOptions = {
  /** Unix sockets reach abstract names of the host while the network is shared, so they are refused there. */
  readonly unixSockets: boolean;
};

/**
 * A classic BPF program for `bwrap --seccomp`, or undefined where the architecture is not known.
 * Refused calls answer EPERM, so that a library sees an error and not a killed process.
 */
export function seccompFilter(architecture: string, options: FilterOptions): Buffer | undefined {
  if (architecture !== 'x64' && architecture !== 'arm64') return undefined;
  const program = [
    ...architectureCheck(architecture),
    ...refuse(inspectedCalls[architecture].clone3, errno.ENOSYS),
    ...deniedNumbers(architecture).flatMap((number) => refuse(number, errno.EPERM)),
    ...refuseWhenFlags(inspectedCalls[architecture].clone, cloneNamespaceFlags),
    ...refuseWhenOneOf(inspectedCalls[architecture].ioctl, 1, terminalInjections, errno.EPERM),
    ...refuseUnlessOneOf(inspectedCalls[architecture].socket, 0, options.unixSockets ? [1, 2, 10] : [2, 10], errno.EAFNOSUPPORT),
    instruction(op.return, action.allow),
  ];
  const bytes = Buffer.alloc(program.length * 8);
  for (const [index, step] of program.entries()) {
    bytes.writeUInt16LE(step.code, index * 8);
    bytes.writeUInt8(step.whenTrue, index * 8 + 2);
    bytes.writeUInt8(step.whenFalse, index * 8 + 3);
    bytes.writeUInt32LE(step.value, index * 8 + 4);
  }
  return bytes;
}

type Instruction = { readonly code: number; readonly whenTrue: number; readonly whenFalse: number; readonly value: number };

const op = { load: 0x20, equal: 0x15, atLeast: 0x35, anyBit: 0x45, return: 0x06 } as const;
const action = { allow: 0x7fff0000, killProcess: 0x80000000, error: 0x00050000 } as const;
const errno = { EPERM: 1, ENOSYS: 38, EAFNOSUPPORT: 97 } as const;

/** Offsets in `struct seccomp_data`; arguments are 64 bit and little-endian, so the low half comes first. */
const field = { number: 0, architecture: 4, argument: (index: number): number => 16 + index * 8 } as const;

/** NEWTIME, NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const cloneNamespaceFlags = 0x7e020080;

/** TIOCSTI types into the terminal of the host, TIOCLINUX pastes into it. */
const terminalInjections = [0x5412, 0x541c];

/** Numbers from here on are the x32 flavour of x86-64, which would slip past the list. */
const x32 = 0x40000000;

function instruction(code: number, value: number, whenTrue = 0, whenFalse = 0): Instruction {
  return { code, value, whenTrue, whenFalse };
}

function architectureCheck(architecture: FilterArchitecture): Instruction[] {
  return [
    instruction(op.load, field.architecture),
    instruction(op.equal, auditArchitectures[architecture], 1, 0),
    instruction(op.return, action.killProcess),
    instruction(op.load, field.number),
    instruction(op.atLeast, x32, 0, 1),
    instruction(op.return, action.error | errno.ENOSYS),
  ];
}

function deniedNumbers(architecture: FilterArchitecture): number[] {
  const column = architecture === 'x64' ? 0 : 1;
  return Object.values(deniedCalls).flatMap((numbers) => numbers[column] ?? []);
}

function refuse(number: number, error: number): Instruction[] {
  return [instruction(op.equal, number, 0, 1), instruction(op.return, action.error | error)];
}

/** glibc falls back from `clone3`, which answers ENOSYS, to `clone`, whose flags can be read here. */
function refuseWhenFlags(number: number, flags: number): Instruction[] {
  return [
    instruction(op.equal, number, 0, 4),
    instruction(op.load, field.argument(0)),
    instruction(op.anyBit, flags, 0, 1),
    instruction(op.return, action.error | errno.EPERM),
    instruction(op.load, field.number),
  ];
}

function refuseWhenOneOf(number: number, argument: number, values: readonly number[], error: number): Instruction[] {
  const tests = values.map((value, index) => instruction(op.equal, value, values.length - 1 - index, index === values.length - 1 ? 1 : 0));
  return [
    instruction(op.equal, number, 0, values.length + 3),
    instruction(op.load, field.argument(argument)),
    ...tests,
    instruction(op.return, action.error | error),
    instruction(op.load, field.number),
  ];
}

function refuseUnlessOneOf(number: number, argument: number, values: readonly number[], error: number): Instruction[] {
  const tests = values.map((value, index) => instruction(op.equal, value, values.length - index, 0));
  return [
    instruction(op.equal, number, 0, values.length + 3),
    instruction(op.load, field.argument(argument)),
    ...tests,
    instruction(op.return, action.error | error),
    instruction(op.load, field.number),
  ];
}
