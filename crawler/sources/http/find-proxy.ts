/** Which proxy this person's machine reaches an address through: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, as curl(1) has them. */

export type Environment = Readonly<Record<string, string | undefined>>;

/** Undefined where it is asked directly. Names and addresses of this machine itself always are. */
export function findProxy(url: URL, environment: Environment = process.env): URL | undefined {
  const read = (name: string) => environment[name.toLowerCase()] || environment[name] || undefined;
  if (isThisMachine(url.hostname) || isExempt(url, read('NO_PROXY') ?? '')) return undefined;
  const set = read(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? read('ALL_PROXY');
  if (set === undefined) return undefined;
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(set) ? set : `http://${set}`;
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isThisMachine(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** `a.example` and `.a.example` stand for the host and all below it; a port may follow. */
function isExempt({ hostname, port, protocol }: URL, list: string): boolean {
  const ownPort = port || (protocol === 'https:' ? '443' : '80');
  return list.split(/[\s,]+/).some((entry) => {
    const [, name = '', wanted] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    if (entry === '*') return true;
    if (name === '' || (wanted !== undefined && wanted !== ownPort)) return false;
    return hostname === name || hostname === `[${name}]` || hostname.endsWith(`.${name}`);
  });
}
