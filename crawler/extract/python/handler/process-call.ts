import type { CalledName, Effect } from './classify-call.ts';

const starters: readonly [RegExp, string][] = [
  [/^subprocess\.(run|Popen|call|check_call|check_output|getoutput|getstatusoutput)$/, 'spawn'],
  [/^os\.(system|popen|startfile|fork)$/, 'spawn'],
  [/^os\.(exec|spawn|posix_spawn)\w*$/, 'spawn'],
  [/^asyncio\.(subprocess\.)?create_subprocess_(exec|shell)$/, 'spawn'],
  [/^(anyio|trio)\.(run_process|open_process)$/, 'spawn'],
  [/^(pty|pexpect)\.(spawn|run)$/, 'spawn'],
  [/^(sh|plumbum\.local)(\.|\[)/, 'spawn'],
  [/^os\.(kill|killpg)$/, 'kill'],
  [/^(exec|eval)$/, 'eval'],
];

/** Starts or ends a process, or runs text as code. */
export function readProcessCall({ path }: CalledName): Effect | undefined {
  const verb = starters.find(([pattern]) => pattern.test(path))?.[1];
  return verb === undefined ? undefined : { kind: 'process', verb };
}
