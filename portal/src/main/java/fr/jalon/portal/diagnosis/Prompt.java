package fr.jalon.portal.diagnosis;

/** What is asked in an interview on a dimension, and what was noted. */
public record Prompt(String key, String title, String asked, String note) {}
