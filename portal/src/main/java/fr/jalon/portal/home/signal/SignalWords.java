package fr.jalon.portal.home.signal;

import fr.jalon.engine.Sentences;
import fr.jalon.portal.deposit.Glimpse;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.help.HelpRequest.Where;
import fr.jalon.portal.help.HelpWords;
import fr.jalon.portal.web.Messages;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells signals in words, on a day. */
public final class SignalWords {
  private final Messages messages;
  private final HelpWords help;
  private final LocalDate today;

  public SignalWords(Messages messages, LocalDate today) {
    this.messages = messages;
    this.help = new HelpWords(messages);
    this.today = today;
  }

  /**
   * Its sentence. In the message files {0} is how many days ago or from now, {1} a title, {2} a
   * count, {3} the kind's own words, {4} a sum, {5} the day.
   */
  public String sentence(Signal signal) {
    String key = "signal." + signal.kind();
    Told told = signal.told();
    LocalDate day = told.day();
    long days = day == null ? 0 : Math.abs(ChronoUnit.DAYS.between(day, today));
    String sum = told.sum() == null ? "" : messages.euros(told.sum().cents());
    String own = SignalKinds.find(signal.kind()).map(kind -> kind.words(this, told)).orElse("");
    @Nullable Object[] values = {told.title(), told.count(), own, sum, day};
    if (messages.has(key + ".many")) {
      return messages.count(key, days, values);
    }
    return messages.text(
        key, days, told.title(), told.count(), own, sum, Objects.requireNonNullElse(day, today));
  }

  /** Two or three words, for a row. */
  public String brief(Signal signal) {
    return messages.text("signal." + signal.kind() + ".short");
  }

  /** What one does about it. */
  public String act(Signal signal) {
    return messages.text("signal." + signal.kind() + ".act");
  }

  /** What resolves it. */
  public String until(Signal signal) {
    return messages.text("signal." + signal.kind() + ".until");
  }

  public String level(Level level) {
    return messages.text("signal.level." + level);
  }

  /** Where somebody asked for help. */
  String where(Told told) {
    Place place = told.place();
    String where =
        place == null || place.card().isEmpty()
            ? help.where(new Where(place, told.code(), Glimpse.Counts.NONE))
            : card(told);
    return told.title().isEmpty() ? where : messages.text("signal.of-file", told.title(), where);
  }

  /** A card, and its cells. */
  String card(Told told) {
    Place place = told.place();
    if (place == null) {
      return "";
    }
    String card = help.card(place.card());
    return place.cells().isEmpty()
        ? messages.text("signal.card", card)
        : messages.text("signal.card.cells", card, help.cells(place.cells()));
  }

  String finding(String code) {
    return help.card(code);
  }

  /** What an authority is asked for. */
  String pieces(Told told) {
    List<String> names =
        Stream.of(told.code().split(" ")).map(key -> messages.text("signal.piece." + key)).toList();
    return Sentences.in(messages.locale()).list(names);
  }

  /** One agreement, or so many. */
  String ending(Told told) {
    return told.count() == 0
        ? messages.text("signal.ending")
        : messages.count("signal.ending.together", told.count());
  }

  String occasion(Told told) {
    return messages.text("signal.occasion." + told.code());
  }

  /** What another room names so. */
  String text(String key) {
    return messages.text(key);
  }
}
