/** What a Kotlin handler does: the calls of the JDK, of Kotlin's own files and of Ktor that act. */
import { type CallReading, type EffectRule, type EvidenceLanguage, writeCallee } from '../handler-evidence.ts';
import { sdkRule } from '../sdk-call.ts';
import { type SyntaxNode, textOf } from '../syntax-tree.ts';
import { calledName, readCall } from './call.ts';
import { evaluateText } from './evaluate.ts';
import { childOf, type Project, partsOf } from './project.ts';

const rules: readonly EffectRule[] = [
  [/(client|http|api)\w*(\(\))?\.(get|post|put|patch|delete)$/i, 'http', verbInName],
  [/\.(GET|POST|PUT|DELETE)$/, 'http', ({ callee }) => callee.slice(callee.lastIndexOf('.') + 1)],
  [/(^|\.)ProcessBuilder$|getRuntime\(\)\.exec$|^GeneralCommandLine$/, 'process', 'spawn'],
  [/process\w*\.destroy(Forcibly)?$/i, 'process', 'kill'],
  [/\.(writeText|writeBytes|appendText|bufferedWriter|outputStream)$|^Files\.write\w*$/, 'file', 'write'],
  [/\.deleteRecursively$/, 'file', 'rmtree'],
  [/(^|\.)File\(.*\)\.delete$|file\w*\.delete$|^Files\.delete(IfExists)?$|\.deleteIfExists$/i, 'file', 'unlink'],
  [/\.renameTo$|^Files\.move$/, 'file', 'rename'],
  [/\.(mkdirs?|createDirectories)$|^Files\.createDirector(y|ies)$/, 'file', 'mkdir'],
  [/\.(readText|readBytes|readLines|bufferedReader)$|^Files\.read\w*$/, 'file', 'read'],
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

function verbInName({ callee, args }: CallReading): string | undefined {
  const first = args[0] && textOf(args[0]).slice(0, 300);
  if (first !== undefined && !/"[^"]*\/|url|uri|endpoint|path/i.test(first)) return undefined;
  return callee.slice(callee.lastIndexOf('.') + 1).toUpperCase();
}

export function kotlinEvidence(project: Project): EvidenceLanguage {
  return {
    rules,
    sendsSql:
      /(st|stmt|statement|conn|connection|jdbcTemplate|db|database)\w*\.(execute|executeQuery|executeUpdate|query|rawQuery|execSQL|update|prepareStatement)$/i,
    readCall: (node) => {
      // A call with a lambda holds the call without it, which is read on its own.
      const call = childOf(node, 'value_arguments') || childOf(node, 'annotated_lambda') ? readCall(node) : undefined;
      if (call === undefined || (node.type === 'call_expression' && partsOf(node)[0]?.type === 'call_expression'))
        return undefined;
      return { callee: writeCallee(call.callee), args: call.positional };
    },
    text: (node) => evaluateText(project, node)?.text,
    bodies: (node) => findBodies(project, node),
  };
}

function findBodies(project: Project, node: SyntaxNode): SyntaxNode[] {
  const call = readCall(node);
  const functions = call ? project.declared(calledName(call), node, 'function_declaration') : [];
  return functions.length === 1 ? functions.flatMap((fn) => childOf(fn, 'function_body') ?? []) : [];
}
