/**
 * Builds the sandbox's file system in a mount namespace that `unshare` has just made, then becomes the program. POSIX sh with
 * util-linux's `mount`, `umount` and `pivot_root`. Everything comes as arguments, so nothing is ever read as shell code:
 * the folder to build on, steps (see `writeStep` in unshare.ts), `begin`, the command that goes on.
 */
export const buildRootScript = `set -eu
umask 022
root=$1
shift
mount -t tmpfs -o size=16m,nr_inodes=16k,mode=755,nosuid,nodev plimsoll "$root"

show() {
  if [ -d "$1" ]; then mkdir -p "$root$2"; else : > "$root$2"; fi
  mount -o "$3" "$1" "$root$2"
}

restrict() {
  mount -o "remount,bind,ro,nosuid,nodev$2" "$root$1"
}

while [ "$1" != begin ]; do
  case $1 in
    folder) mkdir -p -m "$2" "$root$3"; shift 3 ;;
    bind) show "$2" "$3" bind; restrict "$3" "$4"; shift 4 ;;
    rbind) show "$2" "$3" rbind; restrict "$3" "$4"; shift 4 ;;
    restrict) restrict "$2" "$3"; shift 3 ;;
    device) : > "$root$2"; mount -o bind "$2" "$root$2"; shift 2 ;;
    file) printf %s "$3" > "$root$2"; shift 3 ;;
    link) ln -s "$2" "$root$3"; shift 3 ;;
    scratch) mkdir -p "$root$3"; mount -t tmpfs -o "$2" plimsoll "$root$3"; shift 3 ;;
    *) echo "unknown step $1" >&2; exit 1 ;;
  esac
done
shift

mkdir "$root/proc" "$root/.old"
mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
if [ "$1" = no-network ]; then
  ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null || perl -e '
    socket(my $s, 2, 2, 0) or exit 1;
    ioctl($s, 0x8914, pack("Z16 s x22", "lo", 0x49)) or exit 1' 2>/dev/null || true
fi
cd "$root"
pivot_root . .old
cd /
umount -l /.old
rmdir /.old
mount -o remount,bind,ro,nosuid,nodev /
shift
exec "$@"`;

/** The first process of the namespace: it only waits for the program and takes in what the program leaves behind. */
export const firstProcessScript = '"$@"\nexit $?';
