package fr.jalon.portal.questionnaire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who answers for an authority. Once removed they answer no more; what they answered stays.
 *
 * @param personId of their account, null for those who have a link only
 * @param sections they were given; none for all
 * @param assisting true for those of the region who fill it in with the authority
 * @param expiresAt of their link, null when they have none
 */
public record Respondent(
    UUID id,
    UUID fillingId,
    @Nullable UUID personId,
    String name,
    String email,
    List<String> sections,
    boolean assisting,
    @Nullable Instant expiresAt,
    @Nullable Instant removedAt) {
  public Respondent {
    sections = List.copyOf(sections);
  }

  public boolean isRemoved() {
    return removedAt != null;
  }

  boolean mayAnswer(String section) {
    return sections.isEmpty() || sections.contains(section);
  }
}
