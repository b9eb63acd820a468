// Made by `npm run generate` from data/launch-profiles/. Do not edit.
import type { LaunchProfile } from '../../schema/launch-profile.ts';

export const launchProfiles: readonly LaunchProfile[] = [
  {
    "id": "benborla29-mcp-server-mysql",
    "package": "pkg:npm/%40benborla29/mcp-server-mysql",
    "why": "It connects to a MySQL server as soon as it is started, and ends when there is none.",
    "args": [],
    "env": {
      "MYSQL_HOST": "127.0.0.1",
      "MYSQL_PORT": "3306",
      "MYSQL_USER": "dummy",
      "MYSQL_PASS": "dummy",
      "MYSQL_DB": "dummy"
    },
    "files": {},
    "backends": [
      "mysql"
    ]
  },
  {
    "id": "obsidian-mcp",
    "package": "pkg:npm/obsidian-mcp",
    "why": "It wants the folder of a vault as its argument and looks in it for the folder that the Obsidian program keeps there.",
    "args": [
      "{home}/vault"
    ],
    "env": {},
    "files": {
      "vault/.obsidian/app.json": "{}"
    },
    "backends": []
  },
  {
    "id": "supabase-mcp-server-supabase",
    "package": "pkg:npm/%40supabase/mcp-server-supabase",
    "why": "Its search of the documentation asks the internet for its own description, and while that fails no tool at all is listed.",
    "args": [
      "--features=account,database,debugging,development,functions,branching,storage"
    ],
    "env": {
      "SUPABASE_ACCESS_TOKEN": "sbp_dummy0123456789abcdef0123456789abcdef"
    },
    "files": {},
    "backends": []
  }
];
