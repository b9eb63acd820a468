/** What a Rust handler does: the calls of the standard library, tokio, reqwest and database crates that act. */
import { type CallReading, type EffectRule, type EvidenceLanguage, writeCallee } from '../handler-evidence.ts';
import { sdkRule } from '../sdk-call.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { evaluateText } from './evaluate.ts';
import { lastWord, type Project } from './project.ts';

const rules: readonly EffectRule[] = [
  [/^(reqwest::(blocking::)?get)$/, 'http', 'GET'],
  [/(client|http|reqwest|api)\w*(\(\))?(\.|::)(get|post|put|patch|delete|head)$/i, 'http', verbInName],
  [/\.request$/, 'http', requestMethod],
  [/(^|::)Command::new$/, 'process', 'spawn'],
  [/(child|process)\w*\.kill$/i, 'process', 'kill'],
  [/(^|::)fs::(write|File::create)$|(^|::)File::create(_new)?$|(^|::)OpenOptions::new$/, 'file', 'write'],
  [/(^|::)fs::remove_file$/, 'file', 'unlink'],
  [/(^|::)fs::remove_dir$/, 'file', 'rmdir'],
  [/(^|::)fs::remove_dir_all$/, 'file', 'rmtree'],
  [/(^|::)fs::rename$/, 'file', 'rename'],
  [/(^|::)fs::copy$/, 'file', 'copy'],
  [/(^|::)fs::create_dir(_all)?$/, 'file', 'mkdir'],
  [/(^|::)fs::(read|read_to_string|read_dir)$|(^|::)File::open$/, 'file', 'read'],
  [/(^|\.)\w*(coll|collection)\.(delete_one|delete_many|find_one_and_delete|drop)$/, 'api', 'delete'],
  [/(^|\.)\w*(coll|collection)\.(insert_one|insert_many)$/, 'api', 'create'],
  [/(^|\.)\w*(coll|collection)\.(update_one|update_many|replace_one)$/, 'api', 'update'],
  sdkRule(/\b(octocrab|aws_sdk_\w+|kube|bollard|qdrant_client|mongodb|google_\w+|azure_\w+|slack_morphism|stripe)::/),
];

/** A map has a `get` as well: it counts only with an address. */
function verbInName({ callee, args }: CallReading): string | undefined {
  const address = args[0] && textOf(args[0]).slice(0, 300);
  if (address === undefined || !/"[^"]*\/|url|uri|endpoint|path/i.test(address)) return undefined;
  return /(\w+)$/.exec(callee)?.[1]?.toUpperCase();
}

function requestMethod({ args }: CallReading): string | undefined {
  return args[0] && /Method::(\w+)$/.exec(textOf(args[0]).slice(0, 60))?.[1]?.toUpperCase();
}

export function rustEvidence(project: Project): EvidenceLanguage {
  return {
    rules,
    sendsSql:
      /(conn|connection|db|client|tx|pool|database)\w*\.(execute|execute_batch|query|query_row|query_one|query_opt|prepare|batch_execute)$|sqlx::(raw_sql|query|query_as)$/i,
    readCall: (node) => {
      if (node.type === 'macro_invocation') {
        const macro = childAt(node, 'macro');
        const tokens = node.children.find((child) => child.type === 'token_tree')?.children ?? [];
        // A macro's inside is not parsed: only what is plainly a statement of SQL is of use.
        return macro && /query/.test(textOf(macro)) ? { callee: writeCallee(macro), args: tokens } : undefined;
      }
      const callee = node.type === 'call_expression' ? childAt(node, 'function') : undefined;
      const args = childAt(node, 'arguments')?.children ?? [];
      return callee && { callee: writeCallee(callee).replace(/::<.*>$/, ''), args };
    },
    text: (node) => evaluateText(project, node)?.text,
    bodies: (node) => (node.type === 'call_expression' ? findBodies(project, node) : []),
  };
}

function findBodies(project: Project, call: SyntaxNode): SyntaxNode[] {
  const callee = childAt(call, 'function');
  const name = callee && (childAt(callee, 'field') ?? callee);
  const functions = name ? project.items(lastWord(name), call, ['function_item']) : [];
  return functions.length === 1 ? functions.flatMap((fn) => childAt(fn, 'body') ?? []) : [];
}
