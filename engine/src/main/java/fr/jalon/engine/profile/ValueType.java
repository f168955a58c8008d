package fr.jalon.engine.profile;

/** The type in which a column is stored and served. */
public enum ValueType {
  TEXT,
  INTEGER,
  DECIMAL,
  BOOLEAN,
  DATE,
  DATETIME
}
