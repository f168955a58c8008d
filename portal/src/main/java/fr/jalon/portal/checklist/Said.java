package fr.jalon.portal.checklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What someone wants to say of an item; see {@link Mark}. */
public record Said(
    ItemState state, String words, String link, String owner, @Nullable LocalDate due) {}
