package fr.jalon.portal.checklist;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What someone said of an item: never changed, only followed by another.
 *
 * @param words what shows it, or why it is out of the count
 * @param link to what shows it, "" for none
 * @param owner who does it, in words, "" for nobody
 * @param revision 1 for the first
 */
public record Mark(
    ItemState state,
    String words,
    String link,
    String owner,
    @Nullable LocalDate due,
    String by,
    Instant at,
    int revision) {}
