package fr.jalon.portal.help;

import fr.jalon.portal.deposit.Step;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was solved, told without names so that the next one finds it.
 *
 * @param step it is about, null for none
 * @param card code of the cause it is about, "" for none
 * @param reader who read it again, null while nobody did: it is not shown meanwhile
 * @param useful how many found it useful
 * @param useless how many did not
 */
record Article(
    UUID id,
    @Nullable UUID requestId,
    Text text,
    @Nullable Step step,
    String card,
    UUID writerId,
    String writer,
    Instant writtenAt,
    @Nullable String reader,
    int revision,
    int useful,
    int useless) {
  /**
   * Its words.
   *
   * @param problem what one sees
   * @param answer what to do
   */
  record Text(String title, String problem, String answer) {}

  boolean isShown() {
    return reader != null;
  }

  String href() {
    return HelpPaths.article(id);
  }
}
