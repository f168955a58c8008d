package fr.jalon.portal.checklist;

import java.util.Locale;

/** Something to go through. Its words are in the message files, under {@link #words()}. */
public sealed interface Item permits AuthorityItem, DatasetItem {
  /** Of its constant: how what people said of it is kept. */
  String name();

  ItemPhase phase();

  /** What tells that it is done. */
  Source source();

  /** Beginning of the keys of its words: its title, then ".help" and ".next". */
  String words();

  /** True when facts tick it; else a person does, with a proof. */
  default boolean ticksItself() {
    return source() != Source.BY_HAND;
  }

  /** In addresses and message keys. */
  default String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What tells that an item is done. */
  enum Source {
    /** Someone said so, with words or a link. */
    BY_HAND,
    /** The référents of the beneficiary, and their accounts. */
    DESIGNATION,
    /** What the beneficiary tells of itself. */
    DOSSIER,
    /** Sessions held. */
    SESSION,
    /** What a deposit went past. */
    DEPOSIT,
    /** What is in the catalog. */
    DATASET,
    /** The people reminded of each dataset. */
    REMINDERS
  }

  /** The part of the accompaniment in which an item is meant to be done. */
  enum ItemPhase {
    ENGAGE,
    PRACTISE,
    EVALUATE
  }
}
