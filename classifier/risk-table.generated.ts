// Made by `npm run generate` from data/classifier/risk-table.yaml. Do not edit.
import type { RiskRow } from './risk.ts';

export const riskTable: readonly RiskRow[] = [
  {
    "category": [
      "execute",
      "destructive",
      "write"
    ],
    "when": {
      "movesMoney": [
        true
      ]
    },
    "risk": "critical",
    "why": "It moves money."
  },
  {
    "category": [
      "execute",
      "destructive"
    ],
    "when": {
      "power": [
        "arbitrary-code"
      ]
    },
    "risk": "critical",
    "why": "What it runs is up to the caller."
  },
  {
    "category": [
      "destructive"
    ],
    "when": {
      "outcome": [
        "irreversible"
      ],
      "scope": [
        "all"
      ]
    },
    "risk": "critical",
    "why": "It deletes at scale and cannot be undone."
  },
  {
    "category": [
      "destructive"
    ],
    "when": {
      "outcome": [
        "irreversible"
      ]
    },
    "risk": "high",
    "why": "What it deletes does not come back."
  },
  {
    "category": [
      "destructive"
    ],
    "when": {
      "power": [
        "permissions",
        "lifecycle"
      ]
    },
    "risk": "high",
    "why": "It can delete, and set things going or change who may do what as well."
  },
  {
    "category": [
      "destructive"
    ],
    "when": {
      "sensitivity": [
        "credentials"
      ]
    },
    "risk": "high",
    "why": "It can delete secrets."
  },
  {
    "category": [
      "destructive"
    ],
    "when": {
      "outcome": [
        "benign"
      ],
      "sensitivity": [
        "none"
      ]
    },
    "risk": "low",
    "why": "What it deletes is scratch."
  },
  {
    "category": [
      "destructive"
    ],
    "when": {},
    "risk": "medium",
    "why": "What it deletes can be made again."
  },
  {
    "category": [
      "execute"
    ],
    "when": {
      "power": [
        "permissions"
      ]
    },
    "risk": "high",
    "why": "It can change who may do what."
  },
  {
    "category": [
      "execute"
    ],
    "when": {
      "outcome": [
        "benign"
      ],
      "sensitivity": [
        "none"
      ]
    },
    "risk": "low",
    "why": "Its effect is slight and local."
  },
  {
    "category": [
      "execute"
    ],
    "when": {
      "outcome": [
        "irreversible"
      ]
    },
    "risk": "high",
    "why": "What it sets going cannot be called back."
  },
  {
    "category": [
      "execute"
    ],
    "when": {
      "destination": [
        "ephemeral",
        "system"
      ],
      "power": [
        "none"
      ]
    },
    "risk": "medium",
    "why": "It acts on a screen or a session that the user has before them."
  },
  {
    "category": [
      "execute"
    ],
    "when": {
      "destination": [
        "ephemeral"
      ],
      "power": [
        "lifecycle"
      ]
    },
    "risk": "medium",
    "why": "What it sets going is short-lived or can be taken up again."
  },
  {
    "category": [
      "execute"
    ],
    "when": {},
    "risk": "high",
    "why": "It sets something going outside the data it is given."
  },
  {
    "category": [
      "write"
    ],
    "when": {
      "power": [
        "permissions"
      ]
    },
    "risk": "high",
    "why": "It changes who may do what."
  },
  {
    "category": [
      "write"
    ],
    "when": {
      "sensitivity": [
        "credentials"
      ]
    },
    "risk": "high",
    "why": "It changes a secret."
  },
  {
    "category": [
      "write"
    ],
    "when": {
      "power": [
        "arbitrary-code"
      ]
    },
    "risk": "high",
    "why": "It stores something that is run later."
  },
  {
    "category": [
      "write"
    ],
    "when": {
      "outcome": [
        "irreversible"
      ]
    },
    "risk": "high",
    "why": "It replaces what was there."
  },
  {
    "category": [
      "write"
    ],
    "when": {
      "outcome": [
        "benign"
      ],
      "sensitivity": [
        "none"
      ]
    },
    "risk": "low",
    "why": "What it changes is scratch or cosmetic."
  },
  {
    "category": [
      "write"
    ],
    "when": {},
    "risk": "medium",
    "why": "It changes stored data."
  },
  {
    "category": [
      "read"
    ],
    "when": {
      "sensitivity": [
        "user",
        "pii",
        "financial",
        "credentials",
        "regulated"
      ]
    },
    "risk": "medium",
    "why": "What it returns is private."
  },
  {
    "category": [
      "read"
    ],
    "when": {
      "openInput": [
        "sql",
        "shell"
      ]
    },
    "risk": "medium",
    "why": "The caller chooses what it reaches."
  },
  {
    "category": [
      "read"
    ],
    "when": {
      "destination": [
        "system",
        "user"
      ],
      "openInput": [
        "url",
        "path"
      ]
    },
    "risk": "medium",
    "why": "The caller chooses what it reaches."
  },
  {
    "category": [
      "read"
    ],
    "when": {
      "destination": [
        "public"
      ]
    },
    "risk": "medium",
    "why": "The caller chooses what it reaches."
  },
  {
    "category": [
      "read"
    ],
    "when": {},
    "risk": "low",
    "why": "It only reads."
  }
];
