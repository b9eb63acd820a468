/** What a Go handler does: the calls of the standard library and of HTTP clients that act. */
import { type CallReading, type EffectRule, type EvidenceLanguage, writeCallee } from '../handler-evidence.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { clientRules } from './client-rules.ts';
import { evaluateText } from './evaluate.ts';
import { callArguments, resolveCallee } from './evaluate-call.ts';
import type { Project } from './project.ts';

const rules: readonly EffectRule[] = [
  [/^http\.(Get|Head)$/, 'http', ({ callee }) => callee.slice(5).toUpperCase()],
  [/^http\.(Post|PostForm)$/, 'http', 'POST'],
  [/(^|\.)NewRequest(WithContext)?$/, 'http', requestMethod],
  [/(client|http|api|rest|req|request|R\(\)|\))\.(Get|Post|Put|Patch|Delete)$/i, 'http', clientMethod],
  [/^(exec\.Command|exec\.CommandContext|os\.StartProcess|syscall\.(Exec|ForkExec))$/, 'process', 'spawn'],
  [/^syscall\.Kill$|\.Process\.Kill$/, 'process', 'kill'],
  [/^(os|ioutil)\.(WriteFile|Create|CreateTemp|TempFile|OpenFile)$/, 'file', 'write'],
  [/^os\.Remove$/, 'file', 'unlink'],
  [/^os\.RemoveAll$/, 'file', 'rmtree'],
  [/^os\.Rename$/, 'file', 'rename'],
  [/^os\.(Mkdir|MkdirAll)$/, 'file', 'mkdir'],
  [/^os\.(Chmod|Chown|Link|Symlink|Truncate)$/, 'file', 'change'],
  [/^(os|ioutil)\.(ReadFile|Open|ReadDir)$/, 'file', 'read'],
];

function requestMethod({ args }: CallReading): string | undefined {
  for (const argument of args.slice(0, 2)) {
    const text = textOf(argument).slice(0, 100);
    const method = /^http\.Method(\w+)$/.exec(text)?.[1] ?? /^"([A-Za-z]+)"$/.exec(text)?.[1];
    if (method !== undefined) return method.toUpperCase();
  }
  return undefined;
}

/** A cache or a store has a `Get` as well: it counts only with an address. */
function clientMethod({ callee, args }: CallReading): string | undefined {
  const address = args.slice(0, 2).map((argument) => textOf(argument).slice(0, 300));
  if (!address.some((text) => /"[^"]*\/|url|uri|endpoint|path/i.test(text))) return undefined;
  return callee.slice(callee.lastIndexOf('.') + 1).toUpperCase();
}

export function goEvidence(project: Project): EvidenceLanguage {
  const fileOf = (node: SyntaxNode) => project.file(node.source.path);
  return {
    rules: [...clientRules, ...rules],
    sendsSql: /(^|\.)(db|conn|connection|tx|pool|database)\.(Query|QueryRow|Exec)(Context)?$/i,
    readCall: (node) => {
      const callee = node.type === 'call_expression' ? childAt(node, 'function') : undefined;
      return callee && { callee: writeCallee(callee), args: callArguments(node) };
    },
    text: (node) => {
      const file = fileOf(node);
      return file && evaluateText(project, node, { file })?.text;
    },
    bodies: (node) => {
      const file = fileOf(node);
      const fn = file && resolveCallee(project, node, { file });
      const body = fn && childAt(fn.node, 'body');
      return body ? [body] : [];
    },
  };
}
