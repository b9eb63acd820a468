/** What a C# handler does: the calls of .NET that act. */
import { type CallReading, type EffectRule, type EvidenceLanguage, writeCallee } from '../handler-evidence.ts';
import { sdkRule } from '../sdk-call.ts';
import { ancestorsOf, childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { evaluateText } from './evaluate.ts';
import { lastWord, type Project } from './project.ts';

const rules: readonly EffectRule[] = [
  [
    /(client|http|api)\w*(\(\))?\.(Get|Post|Put|Patch|Delete)(String|Stream|ByteArray|FromJson|AsJson)?Async$/i,
    'http',
    verbInName,
  ],
  [/^newHttpRequestMessage$/, 'http', requestMethod],
  [/^(Process\.Start|newProcess|newProcessStartInfo)$/, 'process', 'spawn'],
  [/process\w*\.Kill$/i, 'process', 'kill'],
  [/(^|\.)File\.(WriteAll\w*|Append\w*|Create\w*|OpenWrite)$|^newStreamWriter$/, 'file', 'write'],
  [/(^|\.)File\.Delete$/, 'file', 'unlink'],
  [/(^|\.)Directory\.Delete$/, 'file', 'rmtree'],
  [/(^|\.)(File|Directory)\.(Move|Replace)$/, 'file', 'rename'],
  [/(^|\.)File\.Copy$/, 'file', 'copy'],
  [/(^|\.)Directory\.CreateDirectory$/, 'file', 'mkdir'],
  [/(^|\.)File\.(ReadAll\w*|ReadLines\w*|Open|OpenRead|OpenText)$|^newStreamReader$/, 'file', 'read'],
  [/(^|\.)Directory\.(Get|Enumerate)\w+$/, 'file', 'read'],
  [/\.(ExecuteDelete)(Async)?$/, 'api', 'delete'],
  [/\w*[sS]mtp\w*\.Send(Mail)?(Async)?$/, 'api', 'send'],
  [/\w*[cC]ollection\w*\.(DeleteOne|DeleteMany|FindOneAndDelete)(Async)?$/, 'api', 'delete'],
  [/\w*[cC]ollection\w*\.(InsertOne|InsertMany)(Async)?$/, 'api', 'create'],
  [/\w*[cC]ollection\w*\.(UpdateOne|UpdateMany|ReplaceOne)(Async)?$/, 'api', 'update'],
  sdkRule(
    /using (Amazon\.|Azure\.|Google\.Cloud|Google\.Apis|Microsoft\.Graph|Octokit|k8s|Docker\.DotNet|GitLabApiClient|SlackNet|Stripe|Twilio|SendGrid|Microsoft\.Azure|Microsoft\.TeamFoundation)/,
  ),
];

function verbInName({ callee }: CallReading): string | undefined {
  return /\.(Get|Post|Put|Patch|Delete)\w*Async$/.exec(callee)?.[1]?.toUpperCase();
}

function requestMethod({ args }: CallReading): string | undefined {
  return args[0] && /HttpMethod\.(\w+)$/.exec(textOf(args[0]).slice(0, 60))?.[1]?.toUpperCase();
}

export function csharpEvidence(project: Project): EvidenceLanguage {
  return {
    rules,
    sendsSql: /^new\w*(Sql|Db|Odbc|OleDb|Oracle)\w*Command$|(connection|conn|db|database)\w*\.(Execute|Query)\w*$/i,
    readCall: (node) => {
      const args = childAt(node, 'arguments')?.children ?? [];
      if (node.type === 'object_creation_expression') {
        const type = childAt(node, 'type');
        return type && { callee: `new${lastWord(type)}`, args };
      }
      const callee = node.type === 'invocation_expression' ? childAt(node, 'function') : undefined;
      return callee && { callee: writeCallee(callee).replace(/<[^<>]*>$/, ''), args };
    },
    text: (node) => evaluateText(project, node)?.text,
    bodies: (node) => (node.type === 'invocation_expression' ? findBodies(project, node) : []),
  };
}

/** Of the type around first; of others where one alone has a method of that name. */
function findBodies(project: Project, call: SyntaxNode): SyntaxNode[] {
  const callee = childAt(call, 'function');
  const methods = callee ? project.methods(lastWord(callee)) : [];
  const owner = outermost(call);
  const own = owner ? methods.filter((method) => outermost(method) === owner) : [];
  const chosen = own.length > 0 ? own : methods.length === 1 ? methods : [];
  return chosen.slice(0, 3).flatMap((method) => childAt(method, 'body') ?? []);
}

function outermost(node: SyntaxNode): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  for (const { ancestor } of ancestorsOf(node))
    if (/^(class|struct|record)_declaration$/.test(ancestor.type)) found = ancestor;
  return found;
}
