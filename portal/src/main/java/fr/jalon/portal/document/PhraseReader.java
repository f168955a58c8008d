package fr.jalon.portal.document;

import fr.jalon.portal.document.Template.Bit;
import fr.jalon.portal.document.Template.Phrase;
import fr.jalon.portal.document.TemplateFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads words, fields and what is strong, inside one line of a {@link Template}. */
final class PhraseReader {
  static final String OPEN = "{{";
  static final String CLOSE = "}}";
  private static final String STRONG = "**";

  /** What a backslash makes a sign like any other. */
  private static final String SIGNS = "\\{}|*#->[=0123456789•–";

  private final Set<String> fields;
  private final Set<String> parts;
  private final Faults faults;

  private final List<Bit> bits = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private int strongSince = -1;

  /** Two braces were written as signs, and wait for those that close them. */
  private boolean isOpenWritten;

  private PhraseReader(Set<String> fields, Set<String> parts, Faults faults) {
    this.fields = fields;
    this.parts = parts;
    this.faults = faults;
  }

  /** Where faults are told. */
  interface Faults {
    /**
     * @param at 0-based, in the text read
     */
    void add(int at, Kind kind, String what);
  }

  static Phrase read(String text, Set<String> fields, Set<String> parts, Faults faults) {
    return new PhraseReader(fields, parts, faults).read(text);
  }

  /** Whether a sign at this place is made a sign like any other by the backslash before it. */
  static boolean isEscape(String text, int at) {
    return text.charAt(at) == '\\'
        && at + 1 < text.length()
        && SIGNS.indexOf(text.charAt(at + 1)) >= 0;
  }

  private Phrase read(String text) {
    int at = 0;
    while (at < text.length()) {
      at = readOne(text, at);
    }
    if (strongSince >= 0) {
      faults.add(strongSince, Kind.UNCLOSED_STRONG, text.substring(strongSince));
    }
    endWords();
    return new Phrase(bits);
  }

  /** Gives where to go on. */
  private int readOne(String text, int at) {
    if (text.startsWith('\\' + OPEN, at)) {
      isOpenWritten = true;
      words.append(OPEN);
      return at + 1 + OPEN.length();
    }
    if (isEscape(text, at)) {
      words.append(text.charAt(at + 1));
      return at + 2;
    }
    if (text.startsWith(OPEN, at)) {
      return field(text, at);
    }
    if (text.startsWith(CLOSE, at)) {
      if (isOpenWritten) {
        words.append(CLOSE);
      } else {
        faults.add(at, Kind.STRAY_BRACES, CLOSE);
      }
      isOpenWritten = false;
      return at + CLOSE.length();
    }
    if (text.startsWith(STRONG, at)) {
      endWords();
      strongSince = strongSince < 0 ? at : -1;
      return at + STRONG.length();
    }
    words.append(text.charAt(at));
    return at + 1;
  }

  private int field(String text, int at) {
    int end = text.indexOf(CLOSE, at);
    int other = text.indexOf(OPEN, at + OPEN.length());
    if (end < 0 || other >= 0 && other < end) {
      String left = text.substring(at, other < 0 ? text.length() : other);
      faults.add(at, Kind.UNCLOSED_FIELD, left.strip());
      return at + left.length();
    }
    String name = text.substring(at + OPEN.length(), end).strip();
    if (fields.contains(name)) {
      endWords();
      bits.add(new Bit(true, name, emphasis()));
    } else {
      faults.add(at, parts.contains(name) ? Kind.PART_IN_TEXT : Kind.UNKNOWN_FIELD, name);
    }
    return end + CLOSE.length();
  }

  private void endWords() {
    if (!words.isEmpty()) {
      bits.add(new Bit(false, words.toString(), emphasis()));
      words.setLength(0);
    }
  }

  private Run.Emphasis emphasis() {
    return strongSince >= 0 ? Run.Emphasis.STRONG : Run.Emphasis.NONE;
  }
}
