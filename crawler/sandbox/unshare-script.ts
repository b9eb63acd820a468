/**
 * Builds the sandbox's file system in a mount namespace that `unshare` has just made, then becomes the program. POSIX sh with
 * util-linux's `mount`, `umount` and `pivot_root`. Everything comes as arguments, so nothing is ever read as shell code: the folder to
 * build on, the steps that unshare-steps.ts writes, `begin`, the command that goes on.
 */
export const buildRootScript = `set -eu
umask 022
root=$1
shift
mount -t tmpfs -o size=16m,nr_inodes=16k,mode=755,nosuid,nodev plimsoll "$root"
cd "$root"

while [ "$1" != begin ]; do
  case $1 in
    folders)
      mode=$2 count=$3 each=0 list=
      shift 3
      # The words "$1" "$2" and so on, as one mkdir takes a tenth of the time of many.
      while [ $each -lt "$count" ]; do
        each=$((each + 1))
        list="$list \\"\\\${$each}\\""
      done
      eval "mkdir -p -m $mode -- $list"
      shift "$count" ;;
    touch) : > "$2"; shift 2 ;;
    program) printf "$3" > "$2"; chmod 755 "$2"; shift 3 ;;
    file) printf %s "$3" > "$2"; shift 3 ;;
    link) ln -s -- "$2" "$3"; shift 3 ;;
    mounts) printf %s "$2" > .mounts; mount --all --fstab "$root/.mounts"; rm .mounts; shift 2 ;;
    restrict) mount -o "remount,bind,$2" "$3"; shift 3 ;;
    *) echo "unknown step $1" >&2; exit 1 ;;
  esac
done
shift

pivot_root . .old
cd /
umount -l /.old
rmdir /.old
mount -o remount,bind,ro,nosuid,nodev /
exec "$@"`;
