/**
 * Where each client keeps the servers it is configured with. `~` is the person's folder, `{config}` each system's folder for settings
 * in it; project paths start at the project. `keys` are the places of the map of servers, with dots between levels.
 */

export interface ConfigClient {
  /** Kebab-case. */
  id: string;
  title: string;
  files: readonly string[];
  projectFiles: readonly string[];
  keys: readonly string[];
}

export const clients = [
  client('claude-desktop', 'Claude Desktop', ['{config}/Claude/claude_desktop_config.json'], [], ['mcpServers']),
  client('claude-code', 'Claude Code', ['~/.claude.json'], ['.mcp.json'], ['mcpServers']),
  client(
    'vs-code',
    'Visual Studio Code',
    ['{config}/Code/User/mcp.json', '{config}/Code/User/settings.json'],
    ['.vscode/mcp.json', '.vscode/settings.json'],
    ['servers', 'mcp.servers', 'mcpServers'],
  ),
  client('visual-studio', 'Visual Studio', ['~/.mcp.json'], ['.vs/mcp.json'], ['servers', 'mcpServers']),
  client('cursor', 'Cursor', ['~/.cursor/mcp.json'], ['.cursor/mcp.json'], ['mcpServers']),
  client('codex', 'Codex', ['~/.codex/config.toml'], ['.codex/config.toml'], ['mcp_servers']),
  client('gemini-cli', 'Gemini CLI', ['~/.gemini/settings.json'], ['.gemini/settings.json'], ['mcpServers']),
  client('windsurf', 'Windsurf', ['~/.codeium/windsurf/mcp_config.json'], [], ['mcpServers']),
  client(
    'antigravity',
    'Antigravity',
    ['~/.gemini/antigravity/mcp_config.json', '~/.gemini/config/mcp_config.json'],
    [],
    ['mcpServers'],
  ),
  client('kiro', 'Kiro', ['~/.kiro/settings/mcp.json'], ['.kiro/settings/mcp.json'], ['mcpServers']),
  client('copilot-cli', 'Copilot CLI', ['~/.copilot/mcp-config.json'], [], ['mcpServers', 'servers']),
  client(
    'cline',
    'Cline',
    ['{config}/Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json'],
    [],
    ['mcpServers'],
  ),
  client('opencode', 'OpenCode', ['~/.config/opencode/opencode.json'], ['opencode.json'], ['mcp']),
  client('zed', 'Zed', ['~/.config/zed/settings.json'], ['.zed/settings.json'], ['context_servers']),
  client('goose', 'Goose', ['~/.config/goose/config.yaml'], [], ['extensions']),
  client('amazon-q', 'Amazon Q', ['~/.aws/amazonq/mcp.json'], ['.amazonq/mcp.json'], ['mcpServers']),
] as const satisfies readonly ConfigClient[];

/** For a file that no client is known by. */
export const anyClient = client(
  'config',
  'a configuration',
  [],
  [],
  [...new Set(clients.flatMap(({ keys }) => [...keys]))],
);

function client(
  id: string,
  title: string,
  files: readonly string[],
  projectFiles: readonly string[],
  keys: readonly string[],
): ConfigClient {
  return { id, title, files, projectFiles, keys };
}
