import { describe, expect, it } from 'vitest';
import { extractOneFrom } from '../extract-for-test.ts';

const crane = (handler: string) => `package crane

import (
	"context"
	"os"
	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type LiftInput struct {
	Mark string \`json:"mark" jsonschema:"the mark of the crate"\`
}

var (
	other    = 1
	LiftTool = &mcp.Tool{Name: "lift", Description: "Lifts a crate."}
)

${handler}
`;
const typed =
  'func HandleLift(ctx context.Context, req *mcp.CallToolRequest, input LiftInput) (*mcp.CallToolResult, any, error) {\n\treturn nil, nil, os.Remove(input.Mark)\n}';
const plain =
  'func HandleLift(ctx context.Context, req *mcp.CallToolRequest) (*mcp.CallToolResult, error) {\n\treturn nil, nil\n}';

const one = (body: string, handler = typed) =>
  extractOneFrom({
    'go.mod': 'module example.org/harbour\n',
    'internal/crane/lift.go': crane(handler),
    'internal/yard/lift.go':
      'package yard\n\nvar LiftTool = "another"\n\nfunc HandleLift(in struct{ Berth string }) {}\n',
    'cmd/main.go': `package main\n\nimport (\n\t"example.org/harbour/internal/crane"\n\t"example.org/harbour/internal/yard"\n\t"github.com/modelcontextprotocol/go-sdk/mcp"\n)\n\nfunc main() {\n${body}\n}\n`,
  });

const lift = {
  type: 'object',
  properties: { mark: { type: 'string', description: 'the mark of the crate' } },
  required: ['mark'],
};

describe('a tool that is a variable of a package', () => {
  it.each([
    ['to a call', '\tmcp.AddTool(s, crane.LiftTool, crane.HandleLift)'],
    ['to a call, the function in a wrapper', '\tmcp.AddTool(s, crane.LiftTool, logged(crane.HandleLift))'],
    ['into a struct', '\tall := []entry{{Tool: crane.LiftTool, Handler: crane.HandleLift}}\n\tadd(all)'],
    [
      'beside one of the same name',
      '\tmcp.AddTool(s, yard.LiftTool, yard.HandleLift)\n\tmcp.AddTool(s, crane.LiftTool, crane.HandleLift)',
    ],
  ])('takes what its function takes where another package hands it on %s', async (_, body) => {
    const { tool, inputSchema } = await one(body);
    expect([inputSchema, tool.conformance]).toEqual([lift, []]);
    expect(tool.handler).toMatchObject([{ kind: 'file', verb: 'unlink' }]);
  });

  it('has the conditions of the place that hands it on', async () => {
    const { tool } = await one('\tif writes {\n\t\tmcp.AddTool(s, crane.LiftTool, crane.HandleLift)\n\t}');
    expect(tool.conditions).toEqual(['writes']);
  });

  it.each([
    ['its function takes the call as it comes', '\tmcp.AddTool(s, crane.LiftTool, crane.HandleLift)', plain],
    ['nothing hands it on', '\tmcp.AddTool(s, yard.LiftTool, yard.HandleLift)', typed],
  ])('stays unread where %s', async (_, body, handler) => {
    const { tool, inputSchema } = await one(body, handler);
    expect(inputSchema).toEqual({ type: 'object' });
    expect(tool.conformance.map(({ id }) => id)).toEqual(['unread-schema']);
  });
});
