/** Calls of a service's own client, told by what the file imports and by how the client's variable is named. */
import { readApiVerb } from './api-verb.ts';
import type { CallReading, EffectRule } from './handler-evidence.ts';

/** `client`, `s3Client`, `c.kubeClient`, `gh`, anywhere before the method. */
const clientName = /(^|[.(])\w*(client|api|svc|service|gh|kube\w*|clientset)\w*(\([^()]*\))?\./i;
/** What a client is set up with, or what it answered. */
const beside =
  /telemetry|logger|metric|tracer|cache|pool|header|option|config|param|propert|query|builder|policy|credential|transport|middleware|interceptor/i;
/** Lists and maps of clients. */
const several = /(clients|services|apis|map|store|registry)\.$/i;
/** Methods that lists and maps have as well. */
const ofCollections =
  /^(add|put|remove|set|insert|replace|merge|save)$|^(remove(If|All|First|Last|Range|At)|replaceAll|addAll|putAll|putIfAbsent|setdefault)$/i;

/** A rule for files whose text holds one of the packages. */
export function sdkRule(packages: RegExp): EffectRule {
  return [/\w\.\w+$/, 'api', (call) => readSdkVerb(call, packages)];
}

function readSdkVerb({ callee, args }: CallReading, packages: RegExp): string | undefined {
  const dot = callee.lastIndexOf('.');
  const [owner, method] = [callee.slice(0, dot + 1), callee.slice(dot + 1)];
  if (ofCollections.test(method) || several.test(owner) || beside.test(callee) || !clientName.test(owner))
    return undefined;
  if (/^set[A-Z]|^Set[A-Z]|^With|^with[A-Z]/.test(method)) return undefined;
  const verb = readApiVerb(method);
  const text = verb === undefined ? undefined : args[0]?.source.text;
  return text !== undefined && packages.test(text.slice(0, 5000)) ? verb : undefined;
}
