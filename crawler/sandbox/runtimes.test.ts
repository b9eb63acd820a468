/** What servers are written in still runs: its threads, its children, its sockets. Each is tried where this machine has it. */
import { describe, expect, test } from 'vitest';
import { findSystemProgram } from './host-programs.ts';
import { findTestedProviders, runShell } from './launch-for-test.ts';

const providers = await findTestedProviders();

const python = `
import asyncio, multiprocessing, socket, subprocess, threading
thread = threading.Thread(target=print, args=("thread",), kwargs={"flush": True}); thread.start(); thread.join()
print(subprocess.run(["echo", "child"], capture_output=True, text=True).stdout, end="")
print(multiprocessing.get_context("fork").Pool(1).map(abs, [-1]))
pair = socket.socketpair(); asyncio.run(asyncio.sleep(0)); print(socket.gethostbyname("localhost"))`;

const java = `import java.net.*; import java.util.concurrent.*;
public class Barn { public static void main(String[] args) throws Exception {
  System.out.println(new String(new ProcessBuilder("echo", "child").start().getInputStream().readAllBytes()).trim());
  System.out.println(CompletableFuture.supplyAsync(() -> "thread").get());
  try (var listener = new ServerSocket(0); var socket = new Socket("127.0.0.1", listener.getLocalPort())) { System.out.println("socket"); }
  System.out.println(NetworkInterface.networkInterfaces().map(NetworkInterface::getName).toList());
} }`;

const runtimes = [
  { program: 'python3', script: `python3 -c '${python}'`, says: 'thread\nchild\n[1]\n127.0.0.1\n' },
  {
    program: 'perl',
    script: `perl -MSocket -e 'socketpair(my $a, my $b, AF_UNIX, SOCK_STREAM, 0) or die; print qx(echo child); fork or exit; wait; print "parent\\n"'`,
    says: 'child\nparent\n',
  },
  {
    program: 'java',
    script: `printf %s '${java}' > Barn.java && java Barn.java`,
    says: 'child\nthread\nsocket\n[lo]\n',
  },
  { program: 'bash', script: `bash -c 'cat <(echo child) & wait; echo parent'`, says: 'child\nparent\n' },
];

describe.each(providers)('in $id', ({ box, missing }) => {
  describe.each(runtimes)('$program', ({ program, script, says }) => {
    test.skipIf(missing || findSystemProgram(program) === undefined)('runs', async () => {
      const { stdout, stderr } = await runShell(box, script, { watch: { backends: [] } });

      expect({ stdout, stderr }).toEqual({ stdout: says, stderr: '' });
    });
  });
});
