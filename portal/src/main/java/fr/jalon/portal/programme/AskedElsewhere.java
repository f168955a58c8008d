package fr.jalon.portal.programme;

import java.util.UUID;

/** Something more that a beneficiary is asked for, and that another room receives. */
public interface AskedElsewhere {
  /** Of its words in the message files. */
  String key();

  boolean isReceived(UUID beneficiaryId);
}
