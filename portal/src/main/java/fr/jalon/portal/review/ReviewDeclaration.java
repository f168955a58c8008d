package fr.jalon.portal.review;

import fr.jalon.portal.register.Declaration;
import fr.jalon.portal.register.Retention;
import fr.jalon.portal.register.Trace;
import fr.jalon.portal.register.Treatment;
import fr.jalon.portal.register.Treatment.Controller;
import fr.jalon.portal.register.Treatment.Data;
import fr.jalon.portal.register.Treatment.LegalBasis;
import fr.jalon.portal.register.Treatment.People;
import fr.jalon.portal.register.Treatment.Recipient;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who wrote, froze and answered, and what they wrote. They go with the agreement; the report of a
 * season as long after the last of its agreements.
 */
@Component
class ReviewDeclaration implements Declaration {
  static final String REVIEWS = "reviews";

  private final SeasonReviewRetention retention;

  ReviewDeclaration(SeasonReviewRetention retention) {
    this.retention = retention;
  }

  @Override
  public List<Treatment> treatments() {
    return List.of(
        new Treatment(
            REVIEWS,
            Controller.ORGANIZER,
            LegalBasis.PUBLIC_TASK,
            Set.of(People.AGENTS, People.CONTACTS, People.STAFF),
            Set.of(Data.IDENTITY, Data.ACTS, Data.FREE_TEXT),
            Set.of(Recipient.AUTHORITY, Recipient.FACILITATORS, Recipient.ADMINISTRATORS)));
  }

  @Override
  public List<Trace> traces() {
    return List.of(
        // what was frozen does not move: names alone go, and its hash says what it was
        Trace.anonymized(
            "reviews",
            "review.review",
            """
            select coalesce(frozen_at, begun_at) as at,
              jsonb_build_object('by', concat_ws(', ', begun_by, frozen_by)) as data
            from review.review
            where begun_by = nullif(:name, '') or frozen_by = nullif(:name, '')
              or register.speaks_of(coalesce(content, ''), :name)
              or register.speaks_of(coalesce(content, ''), :email)
            """,
            """
            update review.review
            set begun_by = case when begun_by = nullif(:name, '') then :erased else begun_by end,
              frozen_by = case when frozen_by = nullif(:name, '') then :erased else frozen_by end,
              content = register.without(content, :name, :email, :erased)
            where begun_by = nullif(:name, '') or frozen_by = nullif(:name, '')
              or register.speaks_of(coalesce(content, ''), :name)
              or register.speaks_of(coalesce(content, ''), :email)
            """),
        Trace.anonymized(
            "review-passages",
            "review.passage",
            """
            select at, jsonb_build_object('by', by_name, 'text', text) as data from review.passage
            where by_name = nullif(:name, '') or register.speaks_of(text, :name)
              or register.speaks_of(text, :email)
            """,
            """
            update review.passage
            set by_name = case when by_name = nullif(:name, '') then :erased else by_name end,
              text = register.without(text, :name, :email, :erased)
            where by_name = nullif(:name, '') or register.speaks_of(text, :name)
              or register.speaks_of(text, :email)
            """),
        Trace.anonymized(
            "review-supplements",
            "review.supplement",
            """
            select at, jsonb_build_object('by', by_name, 'text', text) as data
            from review.supplement
            where by_name = nullif(:name, '') or register.speaks_of(text, :name)
              or register.speaks_of(text, :email)
            """,
            """
            update review.supplement
            set by_name = case when by_name = nullif(:name, '') then :erased else by_name end,
              text = register.without(text, :name, :email, :erased)
            where by_name = nullif(:name, '') or register.speaks_of(text, :name)
              or register.speaks_of(text, :email)
            """),
        Trace.anonymized(
            "surveys",
            "review.survey",
            """
            select answered_at as at, jsonb_build_object('by', answered_by, 'text', replies) as data
            from review.survey
            where answered_at is not null and (answered_by = nullif(:name, '')
              or register.speaks_of(replies, :name) or register.speaks_of(replies, :email))
            """,
            """
            update review.survey
            set answered_by = case when answered_by = nullif(:name, '') then :erased else answered_by end,
              replies = register.without(replies, :name, :email, :erased)
            where answered_at is not null and (answered_by = nullif(:name, '')
              or register.speaks_of(replies, :name) or register.speaks_of(replies, :email))
            """));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(retention);
  }
}
