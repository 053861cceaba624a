-- Claims on any combination of a measure's dimensions ("approval.answer_approve") are found by the measure ("approval"),
-- those on one combination by its own id; a claim without dimensions stands in the first index alone.
DROP INDEX claims_by_measure;
CREATE INDEX claims_by_base ON claims (topic, substr(measure, 1, instr(measure || '.', '.') - 1), sort DESC);
CREATE INDEX claims_by_combination ON claims (topic, measure, sort DESC) WHERE measure GLOB '*.*';
