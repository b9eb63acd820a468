/** What calls of the clients of services do in Go: Kubernetes, AWS, GitHub and others, by the shape of the call. */
import { readApiVerb } from '../api-verb.ts';
import type { CallReading, EffectRule } from '../handler-evidence.ts';
import { sdkRule } from '../sdk-call.ts';
import { textOf } from '../syntax-tree.ts';

const packages =
  /google\/go-github|gitlab-org\/api\/client-go|xanzy\/go-gitlab|hashicorp\/go-tfe|digitalocean\/godo|hcloud-go|linodego|andygrunwald\/go-jira|go-atlassian|cloudflare-go|go-pagerduty|datadog-api-client-go|go-buildkite|stripe-go|docker\/docker\/client|mongo-driver|cloud\.google\.com\/go|azure-sdk-for-go|sendgrid-go|twilio-go|argo-cd|k8s\.io\/client-go|oracle\/oci-go-sdk|vultr\/govultr|fastly\/go-fastly|sentry-go|gophercloud/;

export const clientRules: readonly EffectRule[] = [
  // `clientset.CoreV1().Pods(ns).Delete(…)`, `dynamic.Resource(gvr).Namespace(ns).Delete(…)`
  [
    /(?:V\d\w*\(\)\.\w+|\.Resource|\.Namespace)\([^()]*\)\.(?:Create|Update|UpdateStatus|Patch|Apply|Delete|DeleteCollection)$/,
    'api',
    ({ callee }) => (callee.endsWith('.Apply') ? 'update' : readApiVerb(lastOf(callee))),
  ],
  [/\w\.[A-Z]\w+$/, 'api', readAws],
  [
    /(^|\.)\w*(slack|api|client)\w*\.(PostMessage|PostEphemeral|ScheduleMessage|UploadFileV2)(Context)?$/i,
    'api',
    'send',
  ],
  [/^smtp\.SendMail$/, 'api', 'send'],
  [/(^|\.)(rdb|redis\w*|rclient)\.(Del|Unlink|FlushDB|FlushAll|HDel|ZRem|SRem)$/i, 'api', 'delete'],
  [/(^|\.)(coll|collection|\w*Collection)\.(DeleteOne|DeleteMany|Drop|FindOneAndDelete)$/, 'api', 'delete'],
  [/(^|\.)(coll|collection|\w*Collection)\.(InsertOne|InsertMany)$/, 'api', 'create'],
  [/(^|\.)(coll|collection|\w*Collection)\.(UpdateOne|UpdateMany|UpdateByID|ReplaceOne|BulkWrite)$/, 'api', 'update'],
  sdkRule(packages),
];

/** `svc.DeleteObject(ctx, &s3.DeleteObjectInput{…})`. */
function readAws({ callee, args }: CallReading): string | undefined {
  const method = lastOf(callee);
  const isAws = args.slice(0, 2).some((one) => textOf(one).slice(0, 200).includes(`.${method}Input{`));
  return isAws ? readApiVerb(method) : undefined;
}

function lastOf(callee: string): string {
  return callee.slice(callee.lastIndexOf('.') + 1);
}
