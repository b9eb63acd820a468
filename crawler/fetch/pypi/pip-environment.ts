/** What of the person's environment pip is given: how it finds its configuration, its index and its proxies. */

const passedOn =
  /^(PATH|HOME|USER|LANG|TMPDIR|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|NETRC|APPDATA|LOCALAPPDATA|PROGRAMDATA|SYSTEMROOT|PYENV_\w+|XDG_\w+|PIP_\w+|(HTTPS?|ALL|NO)_PROXY)$/i;

/** These would put packages elsewhere than they are told to, or build them. */
const overruled: Readonly<Record<string, string>> = {
  PIP_USER: '0',
  PIP_REQUIRE_VIRTUALENV: '0',
  PIP_NO_INPUT: '1',
  PIP_DISABLE_PIP_VERSION_CHECK: '1',
  PYTHONDONTWRITEBYTECODE: '1',
};

export function pipEnvironment(environment: Readonly<Record<string, string | undefined>> = process.env) {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && passedOn.test(name)) kept[name] = value;
  }
  for (const name of ['PIP_PREFIX', 'PIP_ROOT', 'PIP_TARGET', 'PIP_NO_BINARY', 'PIP_EDITABLE', 'PIP_REQUIREMENT']) {
    delete kept[name];
  }
  return { ...kept, ...overruled };
}
