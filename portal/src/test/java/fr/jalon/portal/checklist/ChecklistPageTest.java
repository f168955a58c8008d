package fr.jalon.portal.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.deposit.Event;
import fr.jalon.portal.deposit.Milestone;
import fr.jalon.portal.web.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Writes {@code docs/checklist.md} from the items and holds it to them. Rewrite it with {@code
 * -Dupdate}, then read the difference.
 */
class ChecklistPageTest {
  private static final Path PAGE = Path.of("../docs/checklist.md");
  private static final Messages ENGLISH = Messages.in(Messages.ENGLISH);
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  @Test
  void tellsEveryItem() throws IOException {
    String page = page();
    if (System.getProperty("update") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(page)
        .as("%s no longer tells the items; write it again with -Dupdate", PAGE)
        .isEqualTo(Files.readString(PAGE));
  }

  @Test
  void everyItemHasItsWords() {
    assertThat(Stream.concat(Stream.of(AuthorityItem.values()), Stream.of(DatasetItem.values())))
        .allSatisfy(
            item -> {
              for (String part : new String[] {"", ".help", ".next"}) {
                assertThat(FRENCH.has(item.words() + part)).as(item.words() + part).isTrue();
              }
              assertThat(FRENCH.text(item.words() + ".help").contains("Se coche"))
                  .as("%s says that it ticks itself when it does, and only then", item.words())
                  .isEqualTo(item.ticksItself());
            });
  }

  private static String page() {
    return """
        # The checklist

        Written from the items of `AuthorityItem` and `DatasetItem` by `ChecklistPageTest`. An item whose fact is read
        somewhere ticks itself, and unticks when the fact is no more; its proof is a link to the thing, with the day. The
        others are ticked by people, who show something.

        ## Of an authority

        """
        + table(AuthorityItem.values())
        + "\n## Of each dataset\n\n"
        + table(DatasetItem.values())
        + "\n## What a deposit went past\n\n"
        + "| milestone | holds since the last of these events |\n|---|---|\n"
        + Stream.of(Milestone.values())
            .map(one -> "| `%s` | %s |\n".formatted(one, events(one)))
            .collect(Collectors.joining());
  }

  private static String events(Milestone one) {
    return Arrays.stream(Event.What.values())
        .filter(one.events()::contains)
        .map(what -> "`" + what + "`")
        .collect(Collectors.joining(", "));
  }

  private static String table(Item... items) {
    return "| item | when | the fact | proof |\n|---|---|---|---|\n"
        + Arrays.stream(items)
            .map(
                item ->
                    "| %s | %s | %s | %s |\n"
                        .formatted(
                            ENGLISH.text(item.words()),
                            ENGLISH.text(item.words() + ".help"),
                            item.ticksItself() ? "`" + item.source() + "`" : "by hand",
                            proof(item)))
            .collect(Collectors.joining());
  }

  private static String proof(Item item) {
    return switch (item.source()) {
      case BY_HAND ->
          item instanceof DatasetItem one && one.needsLink() ? "an address" : "words or an address";
      case DESIGNATION -> "the person, since that day";
      case DOSSIER -> "its reference and its date";
      case SESSION -> "the session held";
      case DEPOSIT -> "the deposit, on the day of the event";
      case DATASET -> "the dataset, since its version";
      case REMINDERS -> "the datasets online";
    };
  }
}
