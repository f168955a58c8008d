package fr.jalon.portal.register;

import java.util.Set;

/**
 * One entry of the register of processing activities (GDPR, article 30). Its title, its purpose and
 * how long it lasts are in the message files under {@code register.treatment.<key>}.
 *
 * @param key never changed
 */
public record Treatment(
    String key,
    Controller controller,
    LegalBasis basis,
    Set<People> people,
    Set<Data> data,
    Set<Recipient> recipients) {
  public Treatment {
    people = Set.copyOf(people);
    data = Set.copyOf(data);
    recipients = Set.copyOf(recipients);
  }

  /** Who decides why and how: article 5 of the agreement leaves each party its own part. */
  public enum Controller {
    /** The body that runs the programme. */
    ORGANIZER,
    /** The authority, for its own files; the organizer works for it (GDPR, article 28). */
    AUTHORITY
  }

  /** GDPR, article 6(1). */
  public enum LegalBasis {
    /** c: a law obliges us. */
    OBLIGATION,
    /** e: a task of public interest. */
    PUBLIC_TASK
  }

  public enum People {
    /** Who works for an authority and has an account. */
    AGENTS,
    /** Who works for the organizer. */
    STAFF,
    /** Who writes or comes for an authority without an account. */
    CONTACTS,
    /** Who signs for a party. */
    SIGNATORIES,
    /** Of whom a file that was given speaks. */
    PEOPLE_OF_FILES,
    /** Who visits the portal. */
    VISITORS
  }

  public enum Data {
    IDENTITY,
    EMAIL,
    PHONE,
    EMPLOYER,
    /** Its hash. */
    PASSWORD,
    /** Who did what, and when. */
    ACTS,
    ATTENDANCE,
    /** Written freely. */
    FREE_TEXT,
    /** Network addresses. */
    NETWORK,
    /** What files contain, before people are protected in them. */
    FILES
  }

  public enum Recipient {
    AUTHORITY,
    FACILITATORS,
    ADMINISTRATORS,
    FINANCE,
    /** Who collects what is due. */
    ACCOUNTANT,
    FUNDERS,
    EVERYONE,
    /** Whose machines the portal runs on. */
    HOST
  }
}
