// Made by `npm run generate` from data/taxonomy. Do not edit.
import type { CoverageState, FailureKind } from './snapshot.ts';
import type { Category, Facets, Flag, Risk } from './taxonomy.ts';

export interface DefinitionText {
  title: string;
  definition: string;
}

/** `phrase` is the word as it stands in a sentence: "an execute tool". */
export interface WordText extends DefinitionText {
  phrase: string;
}

/** `words` explains each value that the facet can take. */
export interface FacetText extends DefinitionText {
  words: Readonly<Record<string, string>>;
}

export interface FailureText {
  title: string;
  sentence: string;
  whatToDo: string;
}

export const categoryTexts = {
  "read": {
    "title": "Read",
    "phrase": "a read tool",
    "definition": "Looks something up, checks it or computes it, and hands back the answer. Nothing is different afterwards."
  },
  "write": {
    "title": "Write",
    "phrase": "a write tool",
    "definition": "Creates or changes stored data in a way that can be undone or corrected later."
  },
  "execute": {
    "title": "Execute",
    "phrase": "an execute tool",
    "definition": "Sets something going beyond stored data, such as code, a query, a job, a message, a payment, a device or a screen."
  },
  "destructive": {
    "title": "Destructive",
    "phrase": "a destructive tool",
    "definition": "Deletes, revokes or overwrites something with no way back. One such action is enough, whatever else the tool does."
  },
  "unclassified": {
    "title": "Unclassified",
    "phrase": "an unclassified tool",
    "definition": "Too little is known of the tool to say what it does. It is treated with care and never counted as low risk."
  }
} as const satisfies Record<Category, WordText>;

export const riskTexts = {
  "low": {
    "title": "Low",
    "phrase": "low risk",
    "definition": "A wrong call costs little. Plain look-ups, scratch notes and effects that stay local or cosmetic."
  },
  "medium": {
    "title": "Medium",
    "phrase": "medium risk",
    "definition": "A wrong call has to be cleaned up, or shows private data. Ordinary changes, and reads of secrets, messages or files."
  },
  "high": {
    "title": "High",
    "phrase": "high risk",
    "definition": "A wrong call does harm that is hard to repair, such as a deletion, a started job, a changed permission or a message to outsiders."
  },
  "critical": {
    "title": "Critical",
    "phrase": "critical risk",
    "definition": "A wrong call can cost a whole system, a body of data or real money. Arbitrary code, commands or SQL, loss in bulk, payments."
  },
  "unrated": {
    "title": "Unrated",
    "phrase": "unrated",
    "definition": "Not rated, since the tool could not be classified. This is a gap in what is known and says nothing good about the tool."
  }
} as const satisfies Record<Risk, WordText>;

export const flagTexts = {
  "movesMoney": {
    "title": "Moves money",
    "definition": "The call itself pays, charges, transfers or commits real money."
  },
  "multiAction": {
    "title": "Several actions",
    "definition": "One parameter chooses between several operations, and each of them has a verdict of its own."
  },
  "metaTool": {
    "title": "Reaches other tools",
    "definition": "It calls other tools by name, so that a rule for this tool covers all of them at once."
  }
} as const satisfies Record<Flag, DefinitionText>;

export const facetTexts = {
  "outcome": {
    "title": "Outcome",
    "definition": "What is left behind when the call is over.",
    "words": {
      "benign": "Nothing, or nothing that matters.",
      "consequential": "A change that somebody may have to correct.",
      "irreversible": "A change that cannot be taken back."
    }
  },
  "destination": {
    "title": "Destination",
    "definition": "How far what the call sends or changes can travel.",
    "words": {
      "ephemeral": "Nowhere; it is gone with the answer or the session.",
      "system": "The machine or the process that the server runs on.",
      "user": "The account or the screen of the person who asked.",
      "internal": "A system that the person's organisation shares.",
      "public": "Outsiders, or anybody on the internet."
    }
  },
  "sensitivity": {
    "title": "Sensitivity",
    "definition": "The most delicate data that the call reads or handles.",
    "words": {
      "none": "Nothing delicate.",
      "user": "What a person wrote or keeps, such as messages and files.",
      "pii": "Data that identifies people.",
      "financial": "Accounts, balances, invoices and payments.",
      "credentials": "Passwords, tokens, keys and connection strings.",
      "regulated": "Data under special law, such as health or legal records."
    }
  },
  "scope": {
    "title": "Scope",
    "definition": "How many things one call can touch.",
    "words": {
      "one": "One thing, named in the call.",
      "many": "Several things, by a list or a filter.",
      "all": "Everything of its kind."
    }
  },
  "power": {
    "title": "Power",
    "definition": "A means the call gives to change what else is possible.",
    "words": {
      "none": "None beyond the effect itself.",
      "lifecycle": "It starts, stops, scales or replaces systems.",
      "permissions": "It changes who may do what.",
      "arbitrary-code": "It runs whatever code, command or query it is given."
    }
  },
  "openInput": {
    "title": "Open input",
    "definition": "A parameter whose content is run, fetched or opened.",
    "words": {
      "code": "Program code that is run.",
      "shell": "A command line for the operating system.",
      "sql": "A database query.",
      "url": "An address that is fetched or visited.",
      "path": "A place in the file system.",
      "html": "Markup that is rendered."
    }
  },
  "untrustedOutput": {
    "title": "Untrusted output",
    "definition": "Whether the answer holds text by strangers, which may carry instructions to the agent.",
    "words": {
      "true": "The answer holds text that strangers wrote.",
      "false": "The answer comes from the server or from the person's own data."
    }
  }
} as const satisfies Record<keyof Facets, FacetText>;

export const coverageTexts = {
  "complete": {
    "title": "Complete",
    "definition": "The server was running, needed no credential, and gave its whole list of tools."
  },
  "partial": {
    "title": "Partial",
    "definition": "Some of the list was read and some of it was not, so there may be tools that are not shown here."
  },
  "unauthenticated": {
    "title": "Without an account",
    "definition": "The server was given made-up values where it asks for credentials. A real account may be shown more tools."
  },
  "source-only": {
    "title": "From source",
    "definition": "The tools were read from the source code and not from a running server, so its list at run time may differ."
  },
  "failed": {
    "title": "Not seen",
    "definition": "This look at the server gave no list. Whatever an earlier look found is kept."
  }
} as const satisfies Record<CoverageState, DefinitionText>;

export const failureTexts = {
  "not-found": {
    "title": "Not found",
    "sentence": "There is no package, repository or version of that name.",
    "whatToDo": "Check the spelling and the version, and that it has not been withdrawn."
  },
  "unreachable": {
    "title": "Unreachable",
    "sentence": "The registry, repository or address did not answer.",
    "whatToDo": "Check the network connection and any proxy, then run it again; what was finished is kept."
  },
  "install-failed": {
    "title": "Install failed",
    "sentence": "The package was found, but it or one of the packages it depends on could not be put in place.",
    "whatToDo": "Try another version, or read the tools from the source repository."
  },
  "outside-registry": {
    "title": "Needs what is not published",
    "sentence": "The package depends on a repository, an address or a folder in the place of a published package, and such a thing is never fetched.",
    "whatToDo": "Try another version, or read the tools from the source repository."
  },
  "too-large": {
    "title": "Too large",
    "sentence": "The package or repository is larger than the bound for one server.",
    "whatToDo": "Look at a subfolder or at a smaller version, or save its list of tools and read that file."
  },
  "no-git": {
    "title": "Git is missing",
    "sentence": "Reading a repository needs the program git, which is not installed here.",
    "whatToDo": "Install git and run it again."
  },
  "no-sandbox": {
    "title": "No sandbox",
    "sentence": "No sandbox works on this machine, and a stranger's server is never started without one.",
    "whatToDo": "Install bubblewrap or allow user namespaces, then run it again."
  },
  "not-a-server": {
    "title": "Not a server",
    "sentence": "The package has no program that could be an MCP server.",
    "whatToDo": "Check the name; the server may be published as another package."
  },
  "credential-required": {
    "title": "Needs a credential",
    "sentence": "The server stopped because a key, token or account is missing.",
    "whatToDo": "Add a launch profile with the names of what it needs, or read its tools from source."
  },
  "arguments-required": {
    "title": "Needs arguments",
    "sentence": "The server stopped because it wants arguments that it was not given.",
    "whatToDo": "Add a launch profile with arguments that let it start."
  },
  "exited": {
    "title": "Ended early",
    "sentence": "The server's process ended before it had given its list.",
    "whatToDo": "Read its last lines of output, given with the reason, and try another version."
  },
  "timeout": {
    "title": "Timed out",
    "sentence": "The server did not give its list in the time allowed.",
    "whatToDo": "Run it again on a quieter machine; it may also be waiting for a network that the sandbox withholds."
  },
  "memory-limit": {
    "title": "Too much memory",
    "sentence": "The server used more memory than the sandbox allows and was stopped.",
    "whatToDo": "Raise the bound for this server if you trust its need for it, or read its tools from source."
  },
  "output-limit": {
    "title": "Too much output",
    "sentence": "The server wrote more than the sandbox accepts and was stopped.",
    "whatToDo": "Report it to the server's author, or read its tools from source."
  },
  "protocol-error": {
    "title": "Protocol error",
    "sentence": "The server answered with something that is not MCP.",
    "whatToDo": "Check that it speaks MCP over the transport in use, and try another version."
  },
  "list-failed": {
    "title": "No list",
    "sentence": "The server started, but answered the request for its tools with an error.",
    "whatToDo": "Read the error given with the reason; it often names a setting or a credential."
  },
  "no-tools-found": {
    "title": "No tools",
    "sentence": "The server or its source was read, and no tool was found in it.",
    "whatToDo": "It may offer only prompts or resources, or declare its tools in a way that is not yet read from source."
  },
  "bad-input": {
    "title": "Bad input",
    "sentence": "The file or the entry that names the server cannot be read as what it should be.",
    "whatToDo": "Correct it at the place given with the reason."
  },
  "internal": {
    "title": "A fault of ours",
    "sentence": "Plimsoll itself failed while it looked at this server.",
    "whatToDo": "Please report it with the reason given; the other servers are not affected."
  }
} as const satisfies Record<FailureKind, FailureText>;
