package fr.jalon.portal.home.signal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.web.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Writes {@code docs/signals.md} from the kinds and holds it to them. Rewrite it with {@code
 * -Dupdate}, then read the difference.
 */
class SignalsPageTest {
  private static final Path PAGE = Path.of("../docs/signals.md");
  private static final Messages ENGLISH = Messages.in(Messages.ENGLISH);

  @Test
  void tellsEveryKind() throws IOException {
    String page = page();
    if (System.getProperty("update") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(page)
        .as("%s no longer tells the signals; write it again with -Dupdate", PAGE)
        .isEqualTo(Files.readString(PAGE));
  }

  private static String page() {
    return """
        # Signals

        Written from the kinds of `SignalKinds.ALL` by `SignalsPageTest`, the most pressing first. A signal is kept once by kind,
        authority and object until what it tells of is resolved; who has seen it, or put it off, has done so for themselves alone.
        Kinds look at the facts each hour, and when somebody opens the board after anything was done on that server, or a minute
        after the last look. A good news is told once for ever.

        | kind | level | told from | it says | goes when |
        |---|---|---|---|---|
        """
        + SignalKinds.ALL.stream().map(SignalsPageTest::row).collect(Collectors.joining())
        + """

        ## Thresholds

        Each season has its own, which an administrator sets on the page of its signals; these hold where it says nothing. Their
        sources are beside them in `Threshold`.

        | threshold | by default | counted |
        |---|---|---|
        """
        + Arrays.stream(Threshold.values())
            .map(
                one ->
                    "| %s | %d %s | `%s` |\n"
                        .formatted(
                            ENGLISH.text("signal.limit." + one.key()),
                            one.usual(),
                            one.unit().name().toLowerCase(java.util.Locale.ROOT),
                            one))
            .collect(Collectors.joining());
  }

  private static String row(SignalKind kind) {
    String key = "signal." + kind.key();
    String sentence = ENGLISH.text(ENGLISH.has(key + ".many") ? key + ".many" : key);
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            kind.key(),
            ENGLISH.text("signal.level." + kind.level()),
            kind.threshold().map(one -> "`" + one + "`").orElse("at once"),
            sentence
                .replace("{0}", "*N*")
                .replace("{1}", "*title*")
                .replace("{2}", "*count*")
                .replace("{3}", "*what*")
                .replace("{4}", "*sum*")
                .replace("{5}", "*day*"),
            ENGLISH.text(key + ".until"));
  }
}
