// Made by `npm run generate` from data/policy/profiles.yaml. Do not edit.
import type { Profile } from '../../schema/policy.ts';
import type { ProfileTable } from './profile-table.ts';

export const profileTables: Record<Profile, ProfileTable> = {
  "strict": {
    "table": {
      "read": {
        "low": "allow",
        "medium": "ask",
        "high": "ask",
        "critical": "ask",
        "unrated": "ask"
      },
      "write": {
        "low": "ask",
        "medium": "ask",
        "high": "hide",
        "critical": "hide",
        "unrated": "hide"
      },
      "execute": {
        "low": "hide",
        "medium": "hide",
        "high": "hide",
        "critical": "hide",
        "unrated": "hide"
      },
      "destructive": {
        "low": "hide",
        "medium": "hide",
        "high": "hide",
        "critical": "hide",
        "unrated": "hide"
      },
      "unclassified": {
        "low": "hide",
        "medium": "hide",
        "high": "hide",
        "critical": "hide",
        "unrated": "hide"
      }
    },
    "atLeast": {
      "needsReview": "ask",
      "metaTool": "ask",
      "movesMoney": "ask",
      "credentials": "ask",
      "regulated": "ask"
    },
    "moneyCap": 100
  },
  "balanced": {
    "table": {
      "read": {
        "low": "allow",
        "medium": 60,
        "high": 10,
        "critical": "ask",
        "unrated": "ask"
      },
      "write": {
        "low": 30,
        "medium": 30,
        "high": 10,
        "critical": "ask",
        "unrated": "ask"
      },
      "execute": {
        "low": 10,
        "medium": 10,
        "high": 10,
        "critical": "ask",
        "unrated": "ask"
      },
      "destructive": {
        "low": "ask",
        "medium": "ask",
        "high": "ask",
        "critical": "hide",
        "unrated": "hide"
      },
      "unclassified": {
        "low": "ask",
        "medium": "ask",
        "high": "ask",
        "critical": "hide",
        "unrated": "ask"
      }
    },
    "atLeast": {
      "needsReview": "ask",
      "metaTool": "ask",
      "movesMoney": "ask",
      "credentials": "ask",
      "regulated": "ask"
    },
    "moneyCap": 100
  },
  "open": {
    "table": {
      "read": {
        "low": "allow",
        "medium": 120,
        "high": 60,
        "critical": "ask",
        "unrated": "ask"
      },
      "write": {
        "low": 60,
        "medium": 60,
        "high": 30,
        "critical": "ask",
        "unrated": "ask"
      },
      "execute": {
        "low": 30,
        "medium": 30,
        "high": 30,
        "critical": "ask",
        "unrated": "ask"
      },
      "destructive": {
        "low": "ask",
        "medium": "ask",
        "high": "ask",
        "critical": "ask",
        "unrated": "ask"
      },
      "unclassified": {
        "low": "ask",
        "medium": "ask",
        "high": "ask",
        "critical": "ask",
        "unrated": "ask"
      }
    },
    "atLeast": {
      "needsReview": 10,
      "metaTool": 10,
      "movesMoney": "ask",
      "credentials": 10,
      "regulated": 10
    },
    "moneyCap": 1000
  }
};

export const amountWords: readonly string[] = ["amount","total","price","sum","budget","bid","payment","cost","fee","tip","stake"];

export const unitWords: readonly string[] = ["cents","minor","usd","eur","gbp","value"];
