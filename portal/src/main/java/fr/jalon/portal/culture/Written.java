package fr.jalon.portal.culture;

import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.MailAddress;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PageAddress;
import fr.jalon.portal.web.Rejected;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What somebody without an account wrote in a form, and what is to be put right in it. */
final class Written {
  /** The field no person sees: what is in it was written by a program. */
  static final String TRAP = "website";

  static final String TICKET = "ticket";

  /** An answer or a question quotes a page or two; advertisements quote more. */
  static final int MOST_LINKS = 2;

  private static final int LONGEST_ADDRESS = 1_000;
  private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Invisible signs turn or hide what is read; a new line and a tab are seen. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, Rejected> faults = new LinkedHashMap<>();

  Written(MultiValueMap<String, String> sent) {
    sent.toSingleValueMap()
        .forEach(
            (field, value) ->
                values.put(
                    field, INVISIBLE.matcher(value.replace("\r\n", "\n")).replaceAll("").strip()));
  }

  String text(String field) {
    return values.getOrDefault(field, "");
  }

  String words(String field, int most) {
    String words = text(field);
    if (words.isEmpty()) {
      fault(field, CultureProblem.WORDS_MISSING);
    } else if (words.length() > most) {
      fault(field, CultureProblem.TOO_LONG, most);
    } else if (LINK.matcher(words).results().count() > MOST_LINKS) {
      fault(field, CultureProblem.TOO_MANY_LINKS, MOST_LINKS);
    }
    return words;
  }

  /** An address to write to, "" for none. */
  String email(String field) {
    String address = text(field);
    if (!address.isEmpty() && !MailAddress.isOne(address)) {
      fault(field, CultureProblem.NO_SUCH_EMAIL);
    }
    return address;
  }

  /** The address of a page: http or https, a host with a dot, no name nor password in it. */
  String address(String field) {
    String typed = text(field);
    String address = typed.contains("://") ? typed : "https://" + typed;
    if (typed.isEmpty()) {
      fault(field, CultureProblem.WORDS_MISSING);
    } else if (address.length() > LONGEST_ADDRESS || !isPage(address)) {
      fault(field, CultureProblem.NO_SUCH_ADDRESS);
    }
    return address;
  }

  /** One on the web has a name with a dot; another is in somebody's office. */
  private static boolean isPage(String address) {
    return PageAddress.isOne(address) && URI.create(address).getHost().indexOf('.') > 0;
  }

  <E extends Enum<E>> @Nullable E choice(String field, Class<E> choices) {
    for (E one : choices.getEnumConstants()) {
      if (one.name().equals(text(field))) {
        return one;
      }
    }
    fault(field, CultureProblem.NO_SUCH_CHOICE);
    return null;
  }

  /** The form's own, so that sent twice it counts once; another when there is none. */
  UUID id() {
    String id = text("id");
    return UUID_TEXT.matcher(id).matches() ? UUID.fromString(id) : UUID.randomUUID();
  }

  int revision() {
    return text("revision").matches("\\d{1,9}") ? Integer.parseInt(text("revision")) : -1;
  }

  /** Written by a program that fills in every field. */
  boolean isTrapped() {
    return !text(TRAP).isEmpty();
  }

  void fault(String field, CultureProblem problem, @Nullable Object... values) {
    fault(field, new Rejected(problem, values));
  }

  void fault(String field, Rejected why) {
    faults.putIfAbsent(field, why);
  }

  boolean isWrong() {
    return !faults.isEmpty();
  }

  /** The status that answers the first fault. */
  int status() {
    return faults.values().stream().mapToInt(why -> why.problem().status()).findFirst().orElse(200);
  }

  FormErrors errors(Messages messages) {
    Map<String, String> sentences = new LinkedHashMap<>();
    faults.forEach((field, why) -> sentences.put(field, why.sentence(messages)));
    return new FormErrors(sentences);
  }

  /** What was written, to be shown again. */
  Map<String, String> typed() {
    return Map.copyOf(values);
  }
}
