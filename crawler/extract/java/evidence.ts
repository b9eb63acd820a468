/** What a Java handler does: the calls of the JDK, of Spring and of HTTP clients that act. */
import { type CallReading, type EffectRule, type EvidenceLanguage, writeCallee } from '../handler-evidence.ts';
import { sdkRule } from '../sdk-call.ts';
import { ancestorsOf, childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { evaluateText } from './evaluate.ts';
import { membersOf, nameOf, type Project } from './project.ts';

const rules: readonly EffectRule[] = [
  [/\.(GET|POST|PUT|DELETE)$/, 'http', ({ callee }) => callee.slice(callee.lastIndexOf('.') + 1)],
  [/\.(method|setRequestMethod|exchange)$/, 'http', writtenMethod],
  [/(restTemplate|template)\.(getFor|postFor|patchFor|put|delete)\w*$/i, 'http', templateMethod],
  [/(client|http)\w*(\(\))?\.(get|post|put|patch|delete)$/i, 'http', clientMethod],
  [/^newProcessBuilder$|getRuntime\(\)\.exec$|^runtime\.exec$/, 'process', 'spawn'],
  [/process\w*\.destroy(Forcibly)?$/i, 'process', 'kill'],
  [/^Files\.(write\w*|newBufferedWriter|newOutputStream|createFile|createTempFile)$/, 'file', 'write'],
  [/^new(FileWriter|FileOutputStream|PrintWriter)$/, 'file', 'write'],
  [/^Files\.delete(IfExists)?$|file\w*\.delete(OnExit)?$/i, 'file', 'unlink'],
  [/^FileUtils\.(deleteDirectory|deleteQuietly|cleanDirectory)$/, 'file', 'rmtree'],
  [/^Files\.move$|file\w*\.renameTo$/i, 'file', 'rename'],
  [/^Files\.copy$/, 'file', 'copy'],
  [/^Files\.createDirector(y|ies)$|\.mkdirs?$/, 'file', 'mkdir'],
  [/^Files\.(read\w*|lines|newBufferedReader|newInputStream|newDirectoryStream|list|walk\w*|find)$/, 'file', 'read'],
  [/^new(FileReader|FileInputStream)$/, 'file', 'read'],
  [/(^|\.)\w*[rR]epository\.delete\w*$/, 'api', 'delete'],
  [/(^|\.)\w*[rR]epository\.(save\w*|insert)$/, 'api', 'update'],
  [/(^|\.)(entityManager|em)\.remove$/, 'api', 'delete'],
  [/(^|\.)(entityManager|em)\.(persist|merge)$/, 'api', 'update'],
  [/(^|\.)(jedis|\w*[rR]edisTemplate)\.(del|unlink|flushDB|flushAll|delete)$/, 'api', 'delete'],
  [/(^|\.)(\w*[mM]ailSender|Transport)\.send$/, 'api', 'send'],
  [/(^|\.)\w*[cC]ollection\.(deleteOne|deleteMany|findOneAndDelete|drop)$/, 'api', 'delete'],
  [/(^|\.)\w*[cC]ollection\.(insertOne|insertMany)$/, 'api', 'create'],
  [/(^|\.)\w*[cC]ollection\.(updateOne|updateMany|replaceOne|bulkWrite)$/, 'api', 'update'],
  sdkRule(
    /software\.amazon\.awssdk|com\.amazonaws|com\.azure|com\.google\.cloud|com\.google\.api\.services|io\.fabric8\.kubernetes|io\.kubernetes\.client|org\.kohsuke\.github|org\.gitlab4j|com\.github\.dockerjava|com\.slack\.api|aws\.sdk\.kotlin/,
  ),
];

function writtenMethod({ args }: CallReading): string | undefined {
  for (const argument of args.slice(0, 3)) {
    const method = /^(?:"|HttpMethod\.)(GET|POST|PUT|PATCH|DELETE|HEAD)"?$/.exec(textOf(argument).slice(0, 40))?.[1];
    if (method !== undefined) return method;
  }
  return undefined;
}

function templateMethod({ callee }: CallReading): string | undefined {
  return /\.(get|post|patch|put|delete)\w*$/i.exec(callee)?.[1]?.toUpperCase();
}

/** A client's `get()` begins a request; with an argument it may be a map's, unless that looks like an address. */
function clientMethod({ callee, args }: CallReading): string | undefined {
  const first = args[0] && textOf(args[0]).slice(0, 300);
  if (first !== undefined && !/"[^"]*\/|url|uri|endpoint|path/i.test(first)) return undefined;
  return callee.slice(callee.lastIndexOf('.') + 1).toUpperCase();
}

export function javaEvidence(project: Project): EvidenceLanguage {
  return {
    rules,
    sendsSql:
      /(st|stmt|statement|conn|connection|jdbcTemplate|jdbc|entityManager)\w*(\(\))?\.(execute|executeQuery|executeUpdate|query\w*|update|createNativeQuery|prepareStatement)$/i,
    readCall: (node) => {
      const args = membersOf(childAt(node, 'arguments'));
      if (node.type === 'object_creation_expression')
        return { callee: `new${textOf(childAt(node, 'type') ?? node).slice(0, 100)}`, args };
      if (node.type !== 'method_invocation') return undefined;
      const object = childAt(node, 'object');
      const owner = object ? writeCallee(object) : staticOwner(project, node);
      return { callee: `${owner === undefined ? '' : `${owner}.`}${nameOf(node)}`, args };
    },
    text: (node) => evaluateText(project, node)?.text,
    bodies: (node) => (node.type === 'method_invocation' ? findBodies(project, node) : []),
  };
}

/** `move(a, b)` where `Files.move` or all of `Files` is imported. */
function staticOwner(project: Project, call: SyntaxNode): string | undefined {
  const imports = project.file(call.source.path)?.imports;
  const named = imports?.get(nameOf(call))?.[0]?.split('.').at(-2);
  if (named !== undefined) return named;
  const isOwn = project.methods(nameOf(call)).some((method) => outermost(method) === outermost(call));
  return !isOwn && imports?.get('*')?.some((path) => path.endsWith('.Files')) ? 'Files' : undefined;
}

/** Of the class around first; of others where one alone has a method of that name. */
function findBodies(project: Project, call: SyntaxNode): SyntaxNode[] {
  const methods = project.methods(nameOf(call));
  const owner = outermost(call);
  const own = methods.filter((method) => outermost(method) === owner);
  const chosen = own.length > 0 ? own : methods.length === 1 ? methods : [];
  return chosen.slice(0, 3).flatMap((method) => childAt(method, 'body') ?? []);
}

function outermost(node: SyntaxNode): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  for (const { ancestor } of ancestorsOf(node)) if (ancestor.type === 'class_declaration') found = ancestor;
  return found;
}
