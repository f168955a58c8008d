package fr.jalon.portal.privacy;

import fr.jalon.portal.privacy.PersonalFiles.Dossier;
import fr.jalon.portal.privacy.PersonalFiles.Found;
import fr.jalon.portal.privacy.PersonalFiles.Line;
import fr.jalon.portal.register.Fate;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is kept of a person, in words.
 *
 * @param soughtByName false when lines that bear a name and nothing else were not looked for
 */
public record DossierView(
    String email, String name, boolean soughtByName, int lines, List<Place> places) {
  /** Lines of one place shown on a page; all are in the archive. */
  private static final int SHOWN = 20;

  public DossierView {
    places = List.copyOf(places);
  }

  /**
   * One place.
   *
   * @param fate what becomes of its lines, in a sentence
   * @param mark how it is shown: "warning" for what goes, "advice" for what stays
   * @param lines the first of them, in words
   * @param more how many are not shown
   */
  public record Place(
      String key,
      String title,
      String fate,
      String mark,
      boolean kept,
      int count,
      List<String> lines,
      int more) {
    public Place {
      lines = List.copyOf(lines);
    }
  }

  /** The places whose lines are kept, whoever asks. */
  public List<Place> kept() {
    return places.stream().filter(Place::kept).toList();
  }

  /** Those whose lines go, or name nobody any more. */
  public List<Place> leaving() {
    return places.stream().filter(place -> !place.kept()).toList();
  }

  static DossierView of(Dossier dossier, Page page) {
    return new DossierView(
        dossier.subject().email(),
        dossier.name(),
        dossier.isSoughtByName(),
        dossier.found().stream().mapToInt(found -> found.lines().size()).sum(),
        dossier.found().stream().map(found -> place(found, page.messages())).toList());
  }

  private static Place place(Found found, Messages words) {
    Fate fate = found.trace().fate();
    int count = found.lines().size();
    return new Place(
        found.trace().key(),
        words.text("register.trace." + found.trace().key()),
        found.trace().reserved() && found.isWithoutWords()
            ? words.text("privacy.reserved", words.text("register.fate." + fate))
            : words.text("register.fate." + fate),
        fate.isKept() ? "advice" : "warning",
        fate.isKept(),
        count,
        found.lines().stream().limit(SHOWN).map(line -> said(line, words)).toList(),
        Math.max(0, count - SHOWN));
  }

  /** "12 mars 2022 · Nom : Camille Martin". */
  static String said(Line line, Messages words) {
    Instant at = line.at();
    String data =
        line.data().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                entry ->
                    words.text(
                        "privacy.said",
                        words.text("register.field." + entry.getKey()),
                        entry.getValue()))
            .collect(Collectors.joining(" · "));
    return at == null ? data : data.isEmpty() ? words.date(at) : words.date(at) + " · " + data;
  }
}
