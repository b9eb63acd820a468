/** What a single call does to the world outside the program, where its name says it. */
import type { HandlerEvidence } from '../../../../schema/snapshot.ts';
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { instanceOfType } from '../instance-of-type.ts';
import type { Project } from '../project.ts';
import { resolveEntity } from '../resolve.ts';
import type { Scope } from '../scope.ts';
import { readApiCall } from './api-call.ts';
import { readFileCall } from './file-call.ts';
import { readHttpCall } from './http-call.ts';
import { readProcessCall } from './process-call.ts';
import { readSqlCall } from './sql-call.ts';

export interface Effect {
  kind: HandlerEvidence['kind'];
  verb: string;
  /** The parameter that the verb was given in; undefined where it stands in the call itself. */
  givenIn?: string;
}

/** A call as the readers of each kind see it. */
export interface CalledName {
  project: Project;
  call: SyntaxNode;
  scope: Scope;
  /** The dotted name with imports resolved: `subprocess.run`, `os.remove`; as written where it is no import. */
  path: string;
  /** Whether the dotted name begins with another package. */
  isExternal: boolean;
  /** The last word of it. */
  word: string;
  /** What stands before the last word. */
  receiver: SyntaxNode | undefined;
  /** The class of the receiver where it is known: `httpx.AsyncClient`. */
  receiverClass: string | undefined;
  /** Parameters of the function around it that were given a plain text where it was called. */
  given: ReadonlyMap<string, string>;
}

export function classifyCall(
  project: Project,
  call: SyntaxNode,
  scope: Scope,
  given: ReadonlyMap<string, string>,
): Effect | undefined {
  const callee = childAt(call, 'function');
  if (callee?.type !== 'identifier' && callee?.type !== 'attribute') return undefined;
  const entity = resolveEntity(project, callee, scope);
  if (entity?.kind === 'class' || entity?.kind === 'function') return undefined;
  const receiver = childAt(callee, 'object');
  const called: CalledName = {
    project,
    call,
    scope,
    path: entity?.kind === 'external' ? entity.path : textOf(callee).replace(/\s+/g, ''),
    isExternal: entity?.kind === 'external',
    word: textOf(childAt(callee, 'attribute') ?? callee),
    receiver,
    receiverClass: receiver && receiverClass(project, receiver, scope),
    given,
  };
  return (
    readHttpCall(called) ??
    readApiCall(called) ??
    readProcessCall(called) ??
    readFileCall(called) ??
    readSqlCall(called)
  );
}

function receiverClass(project: Project, receiver: SyntaxNode, scope: Scope): string | undefined {
  const entity = resolveEntity(project, receiver, scope);
  if (entity?.kind === 'instance' && entity.of.kind === 'external') return entity.of.path;
  if (entity?.kind !== 'parameter' || entity.type === undefined) return undefined;
  const instance = instanceOfType(project, entity.type, entity.scope);
  return instance?.kind === 'instance' && instance.of.kind === 'external' ? instance.of.path : textOf(entity.type);
}
