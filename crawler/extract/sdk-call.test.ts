import { describe, expect, it } from 'vitest';
import { extractOneFrom } from './extract-for-test.ts';

async function evidence(files: Record<string, string>) {
  const { tool } = await extractOneFrom(files);
  return (tool.handler ?? []).map(({ kind, verb }) => `${kind} ${verb}`);
}

const go = (body: string, imported = 'k8s.io/client-go/kubernetes') => ({
  'main.go': `package main\nimport (\n\t"github.com/mark3labs/mcp-go/mcp"\n\t"${imported}"\n)\nfunc main() {\n\ts.AddTool(mcp.NewTool("berth"), run)\n}\nfunc run(ctx context.Context, request mcp.CallToolRequest) (*R, error) {\n${body}\n}\n`,
});
const java = (body: string, imported = 'software.amazon.awssdk.services.s3.S3Client') => ({
  'src/main/java/h/Berths.java': `package h;\nimport org.springframework.ai.tool.annotation.Tool;\nimport ${imported};\nclass Berths {\n  @Tool(description = "d")\n  String berth(String deed) {\n${body}\n  }\n}\n`,
});
const csharp = (body: string, using = 'Azure.Storage.Blobs') => ({
  'Berths.cs': `using ModelContextProtocol.Server;\nusing ${using};\n[McpServerToolType]\npublic class Berths {\n  [McpServerTool, Description("d")]\n  public static string Berth(string deed) {\n${body}\n  }\n}\n`,
});

describe('a call of a service’s own client', () => {
  it.each([
    ['Kubernetes from Go', go('clientset.CoreV1().Pods(ns).Delete(ctx, name, opts)'), ['api delete']],
    [
      'any kind of Kubernetes from Go',
      go('dynamicClient.Resource(gvr).Namespace(ns).Patch(ctx, name, t, b, o)'),
      ['api update'],
    ],
    [
      'AWS from Go',
      go('svc.TerminateInstances(ctx, &ec2.TerminateInstancesInput{A: a})', 'github.com/aws/aws-sdk-go-v2/service/ec2'),
      ['api delete'],
    ],
    [
      'GitHub from Go',
      go('client.Issues.Create(ctx, o, r, i)', 'github.com/google/go-github/v66/github'),
      ['api create'],
    ],
    ['a database of documents from Go', go('coll.DeleteMany(ctx, filter)'), ['api delete']],
    ['AWS from Java', java('s3Client.deleteObject(request);'), ['api delete']],
    [
      'a repository of Spring',
      java('shipRepository.deleteById(deed); shipRepository.save(ship);', 'h.ShipRepository'),
      ['api delete', 'api update'],
    ],
    ['Azure from C#', csharp('await blobClient.DeleteIfExistsAsync(deed);'), ['api delete']],
  ])('is seen for %s', async (_what, files, expected) => expect(await evidence(files)).toEqual(expected));

  it.each([
    ['a list of Kubernetes', go('clientset.CoreV1().Pods(ns).List(ctx, opts)')],
    ['a client of something else', go('client.Issues.Create(ctx, o, r, i)', 'example.com/harbour')],
    [
      'settings of a client',
      go('client.SetToken(token)\nclient.Options.Add(x)', 'github.com/google/go-github/v66/github'),
    ],
    ['a table of clients of Go', go('activeClients.Delete(session)\nclient.CreateHTTPClient(x)')],
    [
      'a thing that is called like a verb',
      go('client.Search.MergeRequests(q)\nclient.Repositories.MergeBase(p, o)', 'gitlab.com/gitlab-org/api/client-go'),
    ],
    ['a map of clients', java('clients.remove(deed); clientMap.put(deed, x); clients.removeIf(x);')],
    ['headers of a client', csharp('client.DefaultRequestHeaders.Add("a", deed);')],
    ['a get', csharp('await blobClient.DownloadContentAsync(deed);')],
  ])('is not seen in %s', async (_what, files) => expect(await evidence(files)).toEqual([]));
});
