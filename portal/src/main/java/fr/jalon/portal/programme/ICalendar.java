package fr.jalon.portal.programme;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Appointments as programs of calendars read them: RFC 5545. */
final class ICalendar {
  /** The media type, with its encoding. */
  static final String TYPE = "text/calendar;charset=UTF-8";

  /** Octets of a line, without its end: RFC 5545, 3.1. */
  private static final int LONGEST_LINE = 75;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private ICalendar() {}

  /**
   * One appointment.
   *
   * @param host the portal's, which makes its identifier unique in the world
   * @param href whole address of its page, "" when there is none
   */
  record Entry(Meeting meeting, String title, String description, String host, String href) {
    static Entry of(Season season, Meeting meeting, String host) {
      return new Entry(meeting, Words.stage(season, meeting.stage()), season.name(), host, "");
    }
  }

  static String of(String name, List<Entry> entries, Instant now) {
    StringBuilder text = new StringBuilder();
    line(text, "BEGIN:VCALENDAR");
    line(text, "VERSION:2.0");
    line(text, "PRODID:-//Jalon//Programme//FR");
    line(text, "CALSCALE:GREGORIAN");
    line(text, "METHOD:PUBLISH");
    line(text, "X-WR-CALNAME:" + escaped(name));
    entries.forEach(entry -> event(text, entry, now));
    line(text, "END:VCALENDAR");
    return text.toString();
  }

  private static void event(StringBuilder text, Entry entry, Instant now) {
    Meeting meeting = entry.meeting();
    line(text, "BEGIN:VEVENT");
    line(text, "UID:" + meeting.id() + "@" + entry.host());
    line(text, "SEQUENCE:" + meeting.revision());
    line(text, "DTSTAMP:" + TIME.format(now));
    line(text, "DTSTART:" + TIME.format(meeting.startsAt()));
    line(text, "DTEND:" + TIME.format(meeting.endsAt()));
    line(text, "SUMMARY:" + escaped(entry.title()));
    String where =
        Stream.of(meeting.place(), meeting.link())
            .filter(one -> !one.isEmpty())
            .collect(Collectors.joining(" · "));
    if (!where.isEmpty()) {
      line(text, "LOCATION:" + escaped(where));
    }
    if (!entry.description().isEmpty()) {
      line(text, "DESCRIPTION:" + escaped(entry.description()));
    }
    if (!entry.href().isEmpty()) {
      line(text, "URL:" + entry.href());
    }
    line(text, "STATUS:" + (meeting.cancelled() ? "CANCELLED" : "CONFIRMED"));
    line(text, "END:VEVENT");
  }

  /** Text as a value: RFC 5545, 3.3.11. */
  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\r\\n?|\\n", "\\\\n")
        .replaceAll("\\p{Cntrl}", "");
  }

  /** Folded so that no line is longer than it may be, and no character cut in two. */
  private static void line(StringBuilder text, String content) {
    int octets = 0;
    for (int i = 0; i < content.length(); ) {
      int point = content.codePointAt(i);
      String character = Character.toString(point);
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LONGEST_LINE) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(character);
      octets += size;
      i += Character.charCount(point);
    }
    text.append("\r\n");
  }
}
