package fr.jalon.portal.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which numbers of the internet are anybody's: the registries of special addresses that IANA keeps
 * (RFC 6890 and those after it), and nothing of them. An IPv4 address wrapped in an IPv6 one is
 * unwrapped and judged itself.
 */
final class PublicAddresses {
  /** Networks nobody reaches from outside, or that reach nobody. */
  private static final List<Block> SPECIAL =
      blocks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared by the subscribers of an operator
          "127.0.0.0/8", // this machine
          "168.63.129.16/32", // the host of a machine at Azure, a public number that is not
          "169.254.0.0/16", // this cable; the metadata of clouds
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocols
          "192.0.2.0/24", // documentation
          "192.31.196.0/24", // AS112
          "192.52.193.0/24", // AMT
          "192.88.99.0/24", // 6to4 relays, given up
          "192.168.0.0/16", // private
          "192.175.48.0/24", // AS112
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // many at once
          "240.0.0.0/4"); // reserved, and everybody on this cable

  /** The only IPv6 addresses given to anybody; what lies beside is special. */
  private static final Block GIVEN = Block.of("2000::/3");

  private static final List<Block> SPECIAL_V6 =
      blocks(
          "2001::/23", // protocols, Teredo among them
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "2620:4f:8000::/48", // AS112
          "3ffe::/16", // the test network of old
          "3fff::/20"); // documentation

  /** Those of an operator's own network. */
  private static final List<Block> INTRANET =
      blocks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

  private static final Block TRANSLATED = Block.of("64:ff9b::/96");

  private PublicAddresses() {}

  /** True for an address anybody may be at. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = unwrapped(address.getAddress());
    if (bytes.length == 4) {
      return SPECIAL.stream().noneMatch(block -> block.holds(bytes));
    }
    return GIVEN.holds(bytes) && SPECIAL_V6.stream().noneMatch(block -> block.holds(bytes));
  }

  /** True for an address of a private network: not of this machine, nor of a cloud's metadata. */
  static boolean isIntranet(InetAddress address) {
    byte[] bytes = address.getAddress();
    return INTRANET.stream().anyMatch(block -> block.holds(bytes));
  }

  /**
   * The IPv4 address within an IPv6 one that a machine of ours could turn into it: mapped, or by
   * the translation every network may use (NAT64). The other wrappings are refused whole.
   */
  private static byte[] unwrapped(byte[] bytes) {
    if (bytes.length == 16 && (isMapped(bytes) || TRANSLATED.holds(bytes))) {
      return last(bytes);
    }
    return bytes;
  }

  private static boolean isMapped(byte[] bytes) {
    for (int i = 0; i < 10; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return bytes[10] == -1 && bytes[11] == -1;
  }

  private static byte[] last(byte[] bytes) {
    return new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]};
  }

  private static List<Block> blocks(String... written) {
    List<Block> blocks = new ArrayList<>();
    for (String one : written) {
      blocks.add(Block.of(one));
    }
    return List.copyOf(blocks);
  }

  /** The addresses that begin with the same bits. */
  private static final class Block {
    private final byte[] start;
    private final int bits;

    private Block(byte[] start, int bits) {
      this.start = start;
      this.bits = bits;
    }

    static Block of(String written) {
      int slash = written.indexOf('/');
      try {
        InetAddress start = InetAddress.getByName(written.substring(0, slash));
        int bits = Integer.parseInt(written.substring(slash + 1));
        if (bits > (start instanceof Inet4Address ? 32 : 128)) {
          throw new IllegalArgumentException(written);
        }
        return new Block(start.getAddress(), bits);
      } catch (UnknownHostException impossible) {
        throw new IllegalArgumentException(written, impossible);
      }
    }

    boolean holds(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
