package fr.jalon.portal.programme;

import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.web.Messages;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;

/** What pages and mails say of meetings. */
public final class Words {
  private static final int MINUTES = 60;

  private Words() {}

  /** The title of a stage; its key when the season has it no more. */
  public static String stage(Season season, String key) {
    return season.plan().track().findStage(key).map(Stage::title).orElse(key);
  }

  /** "mardi 14 mars 2023 à 9 h 30". */
  public static String moment(Messages messages, Meeting meeting) {
    return messages.text(
        "programme.moment",
        DateTimeFormatter.ofPattern("EEEE", messages.locale()).format(meeting.day()),
        messages.date(meeting.day()),
        messages.time(meeting.startsAt()));
  }

  public static String place(Messages messages, Meeting meeting) {
    if (meeting.link().isEmpty()) {
      return meeting.place().isEmpty() ? messages.text("programme.place.unknown") : meeting.place();
    }
    return meeting.place().isEmpty()
        ? messages.text("programme.place.remote", meeting.link())
        : messages.text("programme.place.both", meeting.place(), meeting.link());
  }

  /** "3 h", "1 h 30", "45 min". */
  public static String length(Messages messages, Meeting meeting) {
    int hours = meeting.length() / MINUTES;
    int minutes = meeting.length() % MINUTES;
    if (hours == 0) {
      return messages.text("programme.length.minutes", minutes);
    }
    return minutes == 0
        ? messages.text("programme.length.hours", hours)
        : messages.text("programme.length", hours, "%02d".formatted(minutes));
  }

  /** "1 000 €", "1 000,50 €". */
  static String euros(Messages messages, Euros sum) {
    NumberFormat format = NumberFormat.getNumberInstance(messages.locale());
    int decimals = sum.cents() % 100 == 0 ? 0 : 2;
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return messages.text("programme.euros", format.format(sum.cents() / 100.0));
  }
}
