package fr.jalon.portal.fetch;

import fr.jalon.engine.format.FileType;
import fr.jalon.engine.format.Formats;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to call a file taken from the web: as its site says (RFC 6266, with the letters of RFC
 * 8187), else as its address ends.
 */
final class FileNames {
  private static final int LONGEST_HEADER = 1500;
  private static final Pattern EXTENDED =
      Pattern.compile("(?i);\\s*filename\\*\\s*=\\s*\"?(utf-8|iso-8859-1)'[^']*'([^;\"\\s]+)");
  private static final Pattern QUOTED = Pattern.compile("(?i);\\s*filename\\s*=\\s*\"");
  private static final Pattern TOKEN = Pattern.compile("(?i);\\s*filename\\s*=\\s*([^\";]+)");
  private static final Pattern EXTENSION = Pattern.compile(".*\\.[A-Za-z0-9]{2,8}");

  private FileNames() {}

  /**
   * @param addresses where the file came from, the last redirect first
   * @param title what a page calls it, "" for nothing
   */
  static String of(String disposition, String type, List<WebAddress> addresses, String title) {
    String said = ofDisposition(disposition);
    if (!said.isEmpty()) {
      return withExtension(said, type);
    }
    String best = clean(title.replace('/', '-'));
    for (WebAddress address : addresses) {
      String path = address.pathOnly();
      String end = clean(Texts.decoded(path.substring(path.lastIndexOf('/') + 1)));
      if (EXTENSION.matcher(end).matches()) {
        return end;
      }
      best = best.isEmpty() ? end : best;
    }
    return withExtension(best.isEmpty() ? addresses.get(0).host() : best, type);
  }

  /** "text/csv; charset=utf-8" → "text/csv". */
  static String mediaType(String type) {
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  /** The name a Content-Disposition gives, "" for none. */
  static String ofDisposition(String written) {
    String header = written.substring(0, Math.min(written.length(), LONGEST_HEADER));
    Matcher extended = EXTENDED.matcher(header);
    if (extended.find()) {
      return clean(decoded(extended.group(2), extended.group(1)));
    }
    Matcher quoted = QUOTED.matcher(header);
    if (quoted.find()) {
      return clean(percents(Texts.header(quoted(header, quoted.end()))));
    }
    Matcher token = TOKEN.matcher(header);
    return token.find() ? clean(percents(Texts.header(token.group(1)))) : "";
  }

  /** What stands between quotes, of which the first is behind; a backslash keeps what follows. */
  private static String quoted(String header, int from) {
    StringBuilder inside = new StringBuilder();
    for (int at = from; at < header.length() && header.charAt(at) != '"'; at++) {
      if (header.charAt(at) == '\\' && at + 1 < header.length()) {
        at++;
      }
      inside.append(header.charAt(at));
    }
    return inside.toString();
  }

  /** Many sites percent-encode where the rule says not to. */
  private static String percents(String name) {
    return name.matches(".*%[0-9A-Fa-f]{2}.*") ? Texts.decoded(name) : name;
  }

  private static String decoded(String encoded, String charset) {
    if (charset.equalsIgnoreCase("utf-8")) {
      return Texts.decoded(encoded);
    }
    Charset latin = StandardCharsets.ISO_8859_1;
    Matcher octet = Pattern.compile("%([0-9A-Fa-f]{2})").matcher(encoded);
    return octet.replaceAll(
        one ->
            Matcher.quoteReplacement(
                new String(new byte[] {(byte) Integer.parseInt(one.group(1), 16)}, latin)));
  }

  private static String clean(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
  }

  private static String withExtension(String name, String type) {
    FileType announced = Formats.announcedBy(mediaType(type));
    return announced == null || EXTENSION.matcher(name).matches()
        ? name
        : name + "." + announced.extension();
  }
}
