import { textOf } from '../../syntax-tree.ts';
import { argument, readArguments } from '../arguments.ts';
import { evaluateText } from '../evaluate.ts';
import type { CalledName, Effect } from './classify-call.ts';

const functions: readonly [RegExp, string][] = [
  [/^(os|aiofiles\.os)\.(remove|unlink)$/, 'unlink'],
  [/^(os|aiofiles\.os)\.(rmdir|removedirs)$/, 'rmdir'],
  [/^(shutil\.rmtree|send2trash\.send2trash)$/, 'rmtree'],
  [/^(os|aiofiles\.os)\.(rename|renames|replace)$|^shutil\.move$/, 'rename'],
  [/^shutil\.(copy|copy2|copyfile|copytree)$/, 'copy'],
  [/^(os|aiofiles\.os)\.(mkdir|makedirs)$/, 'mkdir'],
  [/^os\.(chmod|chown|link|symlink|truncate)$/, 'change'],
];

/** Methods of paths, data frames and figures that no other common type has. */
const methods: Record<string, string> = {
  unlink: 'unlink',
  rmdir: 'rmdir',
  write_text: 'write',
  write_bytes: 'write',
  savefig: 'write',
  to_csv: 'write',
  to_excel: 'write',
  to_parquet: 'write',
  to_pickle: 'write',
  read_text: 'read',
  read_bytes: 'read',
};

const documentName = /(^|[._])(wb|workbook|doc|document|image|img|prs|presentation|canvas|writer)\d?$/i;

/** Opens, writes, moves or removes a file or folder. */
export function readFileCall(called: CalledName): Effect | undefined {
  const { path, word, receiver } = called;
  const verb = functions.find(([pattern]) => pattern.test(path))?.[1];
  if (verb !== undefined) return { kind: 'file', verb };
  if (/^(open|io\.open|aiofiles\.open)$/.test(path)) return { kind: 'file', verb: openMode(called, 1) };
  if (receiver === undefined) return undefined;
  if (Object.hasOwn(methods, word)) return { kind: 'file', verb: methods[word] ?? word };
  if (word === 'save' && documentName.test(textOf(receiver).slice(-60))) return { kind: 'file', verb: 'write' };
  const isPath = /(^|\.)Path$/.test(called.receiverClass ?? '') || /path$/i.test(textOf(receiver).slice(-60));
  if (!isPath) return undefined;
  if (word === 'open') return { kind: 'file', verb: openMode(called, 0) };
  // A text's `replace` takes two.
  if (word === 'rename' || word === 'replace')
    return readArguments(called.call).count === 1 ? { kind: 'file', verb: 'rename' } : undefined;
  return word === 'mkdir' || word === 'touch' ? { kind: 'file', verb: word } : undefined;
}

/** A mode that cannot be read counts as writing. */
function openMode({ project, call, scope }: CalledName, place: number): string {
  const mode = argument(readArguments(call), place, 'mode');
  if (mode === undefined) return 'read';
  const text = evaluateText(project, mode, scope);
  return text?.exact && !/[wax+]/.test(text.text) ? 'read' : 'write';
}
