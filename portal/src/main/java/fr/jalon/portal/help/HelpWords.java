package fr.jalon.portal.help;

import fr.jalon.engine.Sentences;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.help.HelpRequest.Where;
import fr.jalon.portal.web.Messages;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells where a request was asked: a picture in words, made of addresses alone. */
public final class HelpWords {
  /** The pages one asks from, by their first letters, the longest first. */
  private static final Map<String, String> PAGES =
      Map.of(
          "/programme/beneficiaires", "beneficiary",
          "/programme/rendez-vous", "meeting",
          "/programme", "programme",
          "/conventions", "agreement",
          "/mises-a-jour", "upkeep");

  private static final int LONGEST_PAGE = 200;

  private final Messages messages;
  private final Sentences sentences;

  public HelpWords(Messages messages) {
    this.messages = messages;
    this.sentences = Sentences.in(messages.locale());
  }

  /** An address of ours that one may ask from; "" for any other. */
  static String page(String given) {
    boolean ours = given.length() <= LONGEST_PAGE && given.matches("/[a-z0-9/-]*");
    return ours && PAGES.keySet().stream().anyMatch(given::startsWith) ? given : "";
  }

  /** "jeudi 16 mars 2023 à 17 h 30", in Paris: one looks for the day of the week first. */
  String moment(Instant at) {
    return DateTimeFormatter.ofPattern("EEEE", messages.locale())
            .format(at.atZone(WorkingTime.ZONE))
        + " "
        + messages.dateTime(at);
  }

  /** In one line: "corrections, « Montants qui contiennent du texte », B12 et B31". */
  public String where(Where where) {
    Place place = where.place();
    return place == null ? ofPage(where.page()) : ofPlace(place);
  }

  private String ofPage(String page) {
    return PAGES.keySet().stream()
        .filter(page::startsWith)
        .max(java.util.Comparator.comparingInt(String::length))
        .map(prefix -> messages.text("help.where." + PAGES.get(prefix)))
        .orElseGet(() -> messages.text("help.where.portal"));
  }

  private String ofPlace(Place place) {
    String step = messages.text("help.where.step", messages.text(place.step().key()));
    String card =
        place.card().isEmpty() ? "" : messages.text("help.where.card", card(place.card()));
    String cells =
        place.cells().isEmpty()
            ? ""
            : messages.count("help.where.cells", place.cells().size(), cells(place.cells()));
    return List.of(step, card, cells).stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** What a card is about, whatever the file: never a word of it. */
  public String card(String code) {
    return sentences.has("finding." + code + ".title")
        ? sentences.title(code)
        : messages.text("help.where.card.other");
  }

  public String cells(List<String> cells) {
    return sentences.list(cells);
  }

  /** What was there to do when it was asked, in sentences. */
  List<String> counts(Where where) {
    if (where.place() == null) {
      return List.of();
    }
    return List.of(
        messages.count("help.counts.left", where.counts().left()),
        messages.count("help.counts.accepted", where.counts().accepted()),
        messages.count("help.counts.undecided", where.counts().undecided()));
  }
}
