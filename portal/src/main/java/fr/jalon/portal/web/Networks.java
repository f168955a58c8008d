package fr.jalon.portal.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Whom to count a request against when nobody is signed in. */
public final class Networks {
  /** What one IPv6 subscriber is given: counting addresses would count nothing. */
  private static final int BYTES_V6 = 8;

  /** A number and never a name, which would be looked up. */
  private static final Pattern NUMBER =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|(?=.*:)[0-9a-fA-F:.]+(%.*)?");

  private Networks() {}

  /**
   * An IPv4 address, or the first half of an IPv6 one.
   *
   * @param address the socket's, never a header's
   */
  public static String of(String address) {
    if (!NUMBER.matcher(address).matches()) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(bytes, 0, bytes.length == 16 ? BYTES_V6 : bytes.length);
    } catch (UnknownHostException noAddress) {
      return address;
    }
  }

  /**
   * True for an address of this very machine.
   *
   * @param address the socket's, never a header's
   */
  public static boolean isThisMachine(String address) {
    try {
      return NUMBER.matcher(address).matches()
          && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }
}
