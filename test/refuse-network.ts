/** Tests reach nothing but this machine: a connection elsewhere fails at once, with the address in the message. */
import net from 'node:net';

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\]|::ffff:127(\.\d{1,3}){3})$/;
const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function refuse(this: net.Socket, ...args: unknown[]) {
  const [first] = args.flat();
  const options = typeof first === 'object' && first !== null ? (first as { path?: string; host?: string }) : undefined;
  const host = options?.host ?? (typeof args[1] === 'string' ? args[1] : 'localhost');
  if (options?.path === undefined && !loopback.test(host)) {
    this.destroy(new Error(`a test tried to reach ${host}; tests reach loopback alone`));
    return this;
  }
  return Reflect.apply(connect, this, args);
} as typeof connect;
