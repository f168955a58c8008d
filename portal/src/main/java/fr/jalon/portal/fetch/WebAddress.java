package fr.jalon.portal.fetch;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of the web in the one spelling we take: http or https, a name or a plain number, the
 * usual ports. What browsers mend in silence (numbers in octal, names of one word, backslashes) is
 * refused here, for each mending is a way to be led elsewhere.
 *
 * @param scheme "http" or "https"
 * @param host in ASCII and lower case, without a dot at its end; an IPv6 number in brackets
 * @param path with its query, beginning with a slash, percent-encoded
 * @param fragment what follows the #, "" for none; never sent
 */
public record WebAddress(String scheme, String host, String path, String fragment) {
  private static final int LONGEST = 4000;

  /**
   * What comes along when an address is copied out of a text: blanks of all kinds, unseen marks.
   */
  private static final Pattern AROUND =
      Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|(?<![\\s\\p{Z}\\p{Cf}])[\\s\\p{Z}\\p{Cf}]+$");

  private static final Pattern WHOLE =
      Pattern.compile("(?i)([a-z][a-z0-9+.-]*)://([^/?#]*)([^#]*)(?:#(.*))?", Pattern.DOTALL);
  private static final Pattern OTHER_SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");
  private static final Pattern WITHOUT_SCHEME =
      Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+){0,125}\\.\\p{L}{2,}([/?#].*)?");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern PLAIN_NUMBER =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
  private static final Pattern NUMBER_LIKE = Pattern.compile("0[xX][0-9a-fA-F]*|[0-9]+");
  private static final Pattern ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]{2,45}");

  /** Names that never lead to a site for everybody, whatever answers to them. */
  private static final List<String> SPECIAL_NAMES =
      List.of("localhost", "local", "internal", "intranet", "onion", "invalid", "arpa");

  /** Characters of a path that stay as they are. */
  private static final String PLAIN = "-._~!$&'()*+,;=:@/?%";

  /** Reads an address as a person wrote it; the https:// may be missing. */
  public static WebAddress of(String written) throws FetchFailed {
    String text = AROUND.matcher(written).replaceAll("");
    if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(c -> c < ' ')) {
      throw failed(FetchProblem.NOT_AN_ADDRESS);
    }
    if (!text.contains("://") && WITHOUT_SCHEME.matcher(text).matches()) {
      text = "https://" + text;
    }
    Matcher parts = WHOLE.matcher(text);
    if (!parts.matches()) {
      // A file of one's own computer has backslashes.
      boolean otherScheme = OTHER_SCHEME.matcher(text).matches() && text.indexOf('\\') < 0;
      throw failed(otherScheme ? FetchProblem.NOT_WEB : FetchProblem.NOT_AN_ADDRESS);
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw failed(FetchProblem.NOT_WEB);
    }
    String fragment = parts.group(4) == null ? "" : parts.group(4);
    return new WebAddress(scheme, host(scheme, parts.group(2)), encoded(parts.group(3)), fragment);
  }

  /** True when the site is given by its number instead of its name. */
  boolean numbered() {
    return host.startsWith("[") || PLAIN_NUMBER.matcher(host).matches();
  }

  /** The host as sockets and certificates name it: an IPv6 number without brackets. */
  String bareHost() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** The part before the query. */
  String pathOnly() {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  /** The same site, another path. */
  WebAddress at(String otherPath) throws FetchFailed {
    return of(scheme + "://" + host + otherPath);
  }

  /** Where a redirect leads from here. */
  WebAddress follow(String location) throws FetchFailed {
    String to = location.strip();
    if (to.isEmpty()) {
      throw new FetchFailed(FetchProblem.STRANGE_ANSWER, host);
    }
    if (OTHER_SCHEME.matcher(to).matches()) {
      return of(to);
    }
    if (to.startsWith("//")) {
      return of(scheme + ":" + to);
    }
    if (to.startsWith("/")) {
      return at(to);
    }
    if (to.startsWith("?")) {
      return at(pathOnly() + to);
    }
    if (to.startsWith("#")) {
      return new WebAddress(scheme, host, path, to.substring(1));
    }
    String folder = pathOnly();
    return at(folder.substring(0, folder.lastIndexOf('/') + 1) + to);
  }

  /** The address whole, as it is sent and shown. */
  @Override
  public String toString() {
    return scheme + "://" + host + path + (fragment.isEmpty() ? "" : "#" + fragment);
  }

  private static String host(String scheme, String authority) throws FetchFailed {
    if (authority.indexOf('@') >= 0) {
      throw failed(FetchProblem.PASSWORD_IN_ADDRESS);
    }
    String host = authority;
    int colon = authority.lastIndexOf(':');
    if (colon > authority.lastIndexOf(']')) {
      host = authority.substring(0, colon);
      if (host.indexOf(':') >= 0 && !host.endsWith("]")) {
        throw failed(FetchProblem.NOT_AN_ADDRESS);
      }
      checkPort(scheme, authority.substring(colon + 1));
    }
    return host.startsWith("[") ? ipv6(host) : name(host);
  }

  private static void checkPort(String scheme, String port) throws FetchFailed {
    if (!port.isEmpty() && !port.equals(scheme.equals("https") ? "443" : "80")) {
      throw failed(port.matches("[0-9]{1,5}") ? FetchProblem.PORT : FetchProblem.NOT_AN_ADDRESS);
    }
  }

  private static String ipv6(String bracketed) throws FetchFailed {
    String number = bracketed.substring(1).toLowerCase(Locale.ROOT);
    if (!number.endsWith("]")) {
      throw failed(FetchProblem.NOT_AN_ADDRESS);
    }
    number = number.substring(0, number.length() - 1);
    // Nothing but digits and colons can make Java ask for a name; no zone is written there either.
    if (!IPV6.matcher(number).matches() || number.indexOf(':') < 0) {
      throw failed(FetchProblem.NOT_AN_ADDRESS);
    }
    try {
      InetAddress address = InetAddress.getByName("[" + number + "]");
      return address instanceof Inet6Address ? "[" + number + "]" : address.getHostAddress();
    } catch (UnknownHostException badlyWritten) {
      throw failed(FetchProblem.NOT_AN_ADDRESS);
    }
  }

  private static String name(String written) throws FetchFailed {
    String host;
    try {
      host = IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException notAName) {
      throw failed(FetchProblem.NOT_AN_ADDRESS);
    }
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    List<String> labels = List.of(host.split("\\.", -1));
    String last = labels.get(labels.size() - 1);
    if (NUMBER_LIKE.matcher(last).matches()) {
      if (PLAIN_NUMBER.matcher(host).matches() && isNumber(labels)) {
        return host;
      }
      // 127.1, 0x7f.0.0.1, 017700000001, 2130706433: an honest address is not written so.
      throw failed(
          labels.stream().allMatch(label -> NUMBER_LIKE.matcher(label).matches())
              ? FetchProblem.NOT_PUBLIC
              : FetchProblem.NOT_AN_ADDRESS);
    }
    if (host.length() > 253 || !labels.stream().allMatch(l -> LABEL.matcher(l).matches())) {
      throw failed(FetchProblem.NOT_AN_ADDRESS);
    }
    return host;
  }

  private static boolean isNumber(List<String> labels) {
    return labels.stream().allMatch(label -> Integer.parseInt(label) <= 255);
  }

  /** True for a name that is nobody's on the internet: of one word, or of a special kind. */
  boolean specialName() {
    return !numbered()
        && (host.indexOf('.') < 0
            || SPECIAL_NAMES.contains(host.substring(host.lastIndexOf('.') + 1)));
  }

  private static String encoded(String rest) {
    String path = rest.isEmpty() || rest.startsWith("?") ? "/" + rest : rest;
    StringBuilder written = new StringBuilder(path.length());
    for (int at = 0; at < path.length(); at += Character.charCount(path.codePointAt(at))) {
      int c = path.codePointAt(at);
      if (c == '%' && !ENCODED.matcher(path).region(at, path.length()).lookingAt()) {
        written.append("%25");
      } else {
        encode(written, c);
      }
    }
    return withoutDots(written.toString());
  }

  /** "/a/b/../c" → "/a/c", as browsers do. */
  private static String withoutDots(String path) {
    int query = path.indexOf('?');
    String plain = query < 0 ? path : path.substring(0, query);
    if (!plain.contains("/.")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] parts = plain.substring(1).split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      if (parts[i].equals("..")) {
        kept.pollLast();
      } else if (!parts[i].equals(".")) {
        kept.addLast(parts[i]);
      }
      if (last && (parts[i].equals("..") || parts[i].equals("."))) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept) + (query < 0 ? "" : path.substring(query));
  }

  private static void encode(StringBuilder written, int c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || (c < 128 && PLAIN.indexOf(c) >= 0)) {
      written.append((char) c);
      return;
    }
    for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
      written.append('%').append("%02X".formatted(b));
    }
  }

  private static FetchFailed failed(FetchProblem problem) {
    return new FetchFailed(problem, "");
  }

  /** A parameter of the query, decoded; null when there is none. */
  @Nullable String parameter(String name) {
    int query = path.indexOf('?');
    if (query < 0) {
      return null;
    }
    for (String pair : path.substring(query + 1).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).equals(name)) {
        return Texts.decoded(pair.substring(equals + 1).replace('+', ' '));
      }
    }
    return null;
  }
}
