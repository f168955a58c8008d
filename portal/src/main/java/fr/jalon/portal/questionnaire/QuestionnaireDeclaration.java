package fr.jalon.portal.questionnaire;

import fr.jalon.portal.register.Declaration;
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

/** Who answers for an authority, and what they say. */
@Component
class QuestionnaireDeclaration implements Declaration {
  @Override
  public List<Treatment> treatments() {
    return List.of(
        new Treatment(
            "questionnaires",
            Controller.ORGANIZER,
            LegalBasis.PUBLIC_TASK,
            Set.of(People.AGENTS, People.CONTACTS, People.STAFF),
            Set.of(Data.IDENTITY, Data.EMAIL, Data.EMPLOYER, Data.ACTS, Data.FREE_TEXT),
            Set.of(Recipient.AUTHORITY, Recipient.FACILITATORS, Recipient.ADMINISTRATORS)));
  }

  @Override
  public List<Trace> traces() {
    return List.of(
        Trace.anonymized(
            "questionnaire-versions",
            "questionnaire.version",
            """
            select made_at as at, jsonb_build_object('by', made_by) as data from questionnaire.version
            where made_by = nullif(:name, '')
            """,
            "update questionnaire.version set made_by = :erased where made_by = nullif(:name, '')"),
        Trace.anonymized(
            "questionnaires",
            "questionnaire.filling",
            """
            select handed_in_at as at, jsonb_build_object('by', handed_in_by) as data
            from questionnaire.filling where handed_in_by = nullif(:name, '')
            """,
            """
            update questionnaire.filling set handed_in_by = :erased where handed_in_by = nullif(:name, '')
            """),
        Trace.anonymized(
            "respondents",
            "questionnaire.respondent",
            """
            select added_at as at, jsonb_build_object('name', name, 'email', email, 'by', added_by) as data
            from questionnaire.respondent
            where (person_id = :id and name <> :erased) or lower(email) = :email
              or added_by = nullif(:name, '')
            """,
            """
            update questionnaire.respondent
            set added_by = case when added_by = nullif(:name, '') then :erased else added_by end,
              name = case when person_id = :id or lower(email) = :email then :erased else name end,
              token_sha256 = case when lower(email) = :email then null else token_sha256 end,
              email = case when person_id = :id or lower(email) = :email
                then 'efface-' || id || '@jalon.invalid' else email end
            where person_id = :id or lower(email) = :email or added_by = nullif(:name, '')
            """),
        Trace.anonymized(
            "answers",
            "questionnaire.answer",
            """
            select at, jsonb_build_object('text', reply) as data from questionnaire.answer
            where register.speaks_of(reply, :name) or register.speaks_of(reply, :email)
            """,
            """
            update questionnaire.answer
            set reply = register.without(reply, :name, :email, :erased)
            where register.speaks_of(reply, :name) or register.speaks_of(reply, :email)
            """),
        Trace.anonymized(
            "answers-chosen",
            "questionnaire.settlement",
            """
            select at, jsonb_build_object('by', by_name) as data from questionnaire.settlement
            where by_name = nullif(:name, '')
            """,
            """
            update questionnaire.settlement set by_name = :erased where by_name = nullif(:name, '')
            """));
  }
}
