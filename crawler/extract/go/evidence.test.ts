import { describe, expect, it } from 'vitest';
import { extractOneFrom } from '../extract-for-test.ts';

const head = 'package main\n\nimport (\n\t"context"\n\t"github.com/mark3labs/mcp-go/mcp"\n)\n';
const one = (body: string, more: Record<string, string>) =>
  extractOneFrom({ 'main.go': `${head}\nfunc main() {\n${body}\n}\n`, ...more });

describe('what a handler does', () => {
  it.each([
    ['http.NewRequestWithContext(ctx, http.MethodDelete, url, nil)', 'http', 'DELETE'],
    ['http.Post(url, "", nil)', 'http', 'POST'],
    ['client.R().Put("/crates")', 'http', 'PUT'],
    ['exec.Command("sh", "-c", x).Run()', 'process', 'spawn'],
    ['os.WriteFile(p, b, 0o600)', 'file', 'write'],
    ['os.RemoveAll(p)', 'file', 'rmtree'],
    ['db.ExecContext(ctx, "DELETE FROM crates")', 'sql', 'DELETE'],
    ['helper(p)', 'file', 'mkdir'],
  ])('%s', async (call, kind, verb) => {
    const { tool } = await one(
      `s.AddTool(mcp.NewTool("weigh"), func(ctx context.Context, r mcp.CallToolRequest) error { ${call}; return nil })`,
      {
        'helper.go': 'package main\nfunc helper(p string) { os.MkdirAll(p, 0o700) }\n',
      },
    );
    expect(tool.handler).toEqual([expect.objectContaining({ kind, verb })]);
  });
});
