//! Owns the list of rules about the header.

use super::rules;

rules! {
    date_without_zone::DATE_WITHOUT_ZONE,
    draft::DRAFT,
    duplicate_key::DUPLICATE_KEY,
    empty_value::EMPTY_VALUE,
    expiry_before_date::EXPIRY_BEFORE_DATE,
    file_name_date_differs::FILE_NAME_DATE_DIFFERS,
    future_date::FUTURE_DATE,
    ineffective_draft::INEFFECTIVE_DRAFT,
    invalid_date::INVALID_DATE,
    list_in_one_string::LIST_IN_ONE_STRING,
    long_description::LONG_DESCRIPTION,
    long_title::LONG_TITLE,
    misplaced_key::MISPLACED_KEY,
    missing_title::MISSING_TITLE,
    repeated_tag::REPEATED_TAG,
    surprising_yaml::SURPRISING_YAML,
    unclosed_front_matter::UNCLOSED_FRONT_MATTER,
    undated_file_name::UNDATED_FILE_NAME,
    unknown_key::UNKNOWN_KEY,
    unreadable_front_matter::UNREADABLE_FRONT_MATTER,
    unsupported_front_matter::UNSUPPORTED_FRONT_MATTER,
    untidy_slug::UNTIDY_SLUG,
    wrong_type::WRONG_TYPE,
}
