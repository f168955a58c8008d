package fr.jalon.portal.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When and where people are to meet.
 *
 * @param stage key of the track's
 * @param length in minutes
 * @param place "" when it is remote
 * @param link where one joins a remote one, "" when there is none
 */
public record Appointment(
    String stage, LocalDate day, LocalTime time, int length, String place, String link) {
  Instant startsAt() {
    return day.atTime(time).atZone(Meeting.ZONE).toInstant();
  }
}
