import { describe, expect, it } from 'vitest';
import { readTool } from '../../../schema/tool-definition.ts';
import { extractFiles, extractNames } from '../extract-for-test.ts';

const command = (name: string, type: string, rest = '') =>
  `[CommandMetadata(Name = "${name}", Title = "T", Description = "Does.", ReadOnly = false, Destructive = true)]\npublic sealed class ${type}(ILog log) : HarbourCommand<BerthOptions, string>(log)\n{\n${rest}\n}\n`;
const options =
  'public class BaseOptions { [Option(Description = "Which harbour.")] public required string HarbourName { get; set; } }\npublic class BerthOptions : BaseOptions { [Option(Name = "depth", Description = "In metres.")] public int? MaxDepth { get; set; } public string Deed { get; set; } }\n';
const setup =
  'public class Setup {\n  public string Name => "harbour";\n  public CommandGroup Register(IServiceProvider p) {\n    var root = new CommandGroup(Name, "w");\n    var berth = new CommandGroup("berth", "w");\n    root.AddSubGroup(berth);\n    berth.AddCommand<MoorCommand>(p);\n    root.AddCommand("list", new ListCommand(p));\n    return root;\n  }\n}\n';

describe('a command of C# with its metadata', () => {
  const files = {
    'Setup.cs': setup,
    'BerthOptions.cs': options.replace(/^public class BaseOptions.*\n/, ''),
    'BaseOptions.cs': options.split('\n')[0] ?? '',
    'Moor.cs': command(
      'moor',
      'MoorCommand',
      '  public override async Task<R> ExecuteAsync(C c, BerthOptions options) { if (options.Deed == "scrap") { File.Delete("a"); } return null; }',
    ),
    'List.cs': command('list', 'ListCommand'),
    'Lost.cs': command('lost', 'LostCommand'),
  };

  it('is named by its groups; one that no group has is not listed', async () => {
    expect(await extractNames(files)).toEqual(['harbour_berth_moor', 'harbour_list']);
    const { notes } = await extractFiles(files);
    expect(notes.join(' ')).toContain('1 commands are added to no group');
  });

  it('has its words, hints, options in kebab case, and what it does with which value', async () => {
    const { tools } = await extractFiles(files);
    const tool = tools.find(({ definition }) => readTool(definition).name === 'harbour_berth_moor');
    expect(tool).toMatchObject({
      definition: {
        title: 'T',
        description: 'Does.',
        annotations: { readOnlyHint: false, destructiveHint: true },
        inputSchema: {
          properties: {
            'harbour-name': { type: 'string', description: 'Which harbour.' },
            depth: { type: ['integer', 'null'], description: 'In metres.' },
          },
          required: ['harbour-name', 'deed'],
        },
      },
      handler: [{ kind: 'file', verb: 'unlink', when: { path: '/deed', value: 'scrap' } }],
    });
  });

  it('ends with groups that hold each other', async () => {
    const circle =
      'public class Setup {\n  public CommandGroup Register(IServiceProvider p) {\n    var a = new CommandGroup("a", "w");\n    var b = new CommandGroup("b", "w");\n    a.AddSubGroup(b);\n    b.AddSubGroup(a);\n    a.AddCommand<MoorCommand>(p);\n    return a;\n  }\n}\n';
    expect((await extractNames({ 'S.cs': circle, 'M.cs': command('moor', 'MoorCommand') })).length).toBe(1);
  });
});
