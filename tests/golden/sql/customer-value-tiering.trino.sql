-- customer-value-tiering VERSION, model tiering, engine 1.0.0.
-- Definition HASH, scoring SCORING.
-- Dialect trino: GENERATED ONLY, never run there by us; compare some rows first.
-- Scores and distances are whole tenths of a point: 833 is 83.3.
-- Made by: playbook sql customer-value-tiering --dialect trino
WITH levels AS (
  SELECT
    account,
    CASE COALESCE(CAST(current_1 AS VARCHAR), '')
      WHEN ''
      THEN -2
      WHEN '0'
      THEN 0
      WHEN '1'
      THEN 1
      WHEN '2'
      THEN 2
      WHEN '3'
      THEN 3
      WHEN 'na'
      THEN -1
      ELSE -3
    END AS current_1,
    CASE COALESCE(CAST(current_2 AS VARCHAR), '')
      WHEN ''
      THEN -2
      WHEN '0'
      THEN 0
      WHEN '1'
      THEN 1
      WHEN '2'
      THEN 2
      WHEN '3'
      THEN 3
      WHEN 'na'
      THEN -1
      ELSE -3
    END AS current_2,
    CASE COALESCE(CAST(current_3 AS VARCHAR), '')
      WHEN ''
      THEN -2
      WHEN '0'
      THEN 0
      WHEN '1'
      THEN 1
      WHEN '2'
      THEN 2
      WHEN '3'
      THEN 3
      WHEN 'na'
      THEN -1
      ELSE -3
    END AS current_3,
    CASE COALESCE(CAST(current_4 AS VARCHAR), '')
      WHEN ''
      THEN -2
      WHEN '0'
      THEN 0
      WHEN '1'
      THEN 1
      WHEN '2'
      THEN 2
      WHEN '3'
      THEN 3
      WHEN 'na'
      THEN -1
      ELSE -3
    END AS current_4,
    CASE COALESCE(CAST(potential_1 AS VARCHAR), '')
      WHEN ''
      THEN -2
      WHEN '0'
      THEN 0
      WHEN '1'
      THEN 1
      WHEN '2'
      THEN 2
      WHEN '3'
      THEN 3
      WHEN 'na'
      THEN -1
      ELSE -3
    END AS potential_1,
    CASE COALESCE(CAST(potential_2 AS VARCHAR), '')
      WHEN ''
      THEN -2
      WHEN '0'
      THEN 0
      WHEN '1'
      THEN 1
      WHEN '2'
      THEN 2
      WHEN '3'
      THEN 3
      WHEN 'na'
      THEN -1
      ELSE -3
    END AS potential_2,
    CASE COALESCE(CAST(potential_3 AS VARCHAR), '')
      WHEN ''
      THEN -2
      WHEN '0'
      THEN 0
      WHEN '1'
      THEN 1
      WHEN '2'
      THEN 2
      WHEN '3'
      THEN 3
      WHEN 'na'
      THEN -1
      ELSE -3
    END AS potential_3,
    CASE COALESCE(CAST(potential_4 AS VARCHAR), '')
      WHEN ''
      THEN -2
      WHEN '0'
      THEN 0
      WHEN '1'
      THEN 1
      WHEN '2'
      THEN 2
      WHEN '3'
      THEN 3
      WHEN 'na'
      THEN -1
      ELSE -3
    END AS potential_4,
    CASE COALESCE(CAST(strategic_1 AS VARCHAR), '')
      WHEN ''
      THEN -2
      WHEN '0'
      THEN 0
      WHEN '1'
      THEN 1
      WHEN '2'
      THEN 2
      WHEN '3'
      THEN 3
      WHEN 'na'
      THEN -1
      ELSE -3
    END AS strategic_1,
    CASE COALESCE(CAST(strategic_2 AS VARCHAR), '')
      WHEN ''
      THEN -2
      WHEN '0'
      THEN 0
      WHEN '1'
      THEN 1
      WHEN '2'
      THEN 2
      WHEN '3'
      THEN 3
      WHEN 'na'
      THEN -1
      ELSE -3
    END AS strategic_2,
    CASE COALESCE(CAST(strategic_3 AS VARCHAR), '')
      WHEN ''
      THEN -2
      WHEN '0'
      THEN 0
      WHEN '1'
      THEN 1
      WHEN '2'
      THEN 2
      WHEN '3'
      THEN 3
      WHEN 'na'
      THEN -1
      ELSE -3
    END AS strategic_3,
    CASE COALESCE(CAST(strategic_4 AS VARCHAR), '')
      WHEN ''
      THEN -2
      WHEN '0'
      THEN 0
      WHEN '1'
      THEN 1
      WHEN '2'
      THEN 2
      WHEN '3'
      THEN 3
      WHEN 'na'
      THEN -1
      ELSE -3
    END AS strategic_4,
    CASE COALESCE(CAST(compliance_block AS VARCHAR), '')
      WHEN ''
      THEN 0
      WHEN '0'
      THEN 0
      WHEN 'false'
      THEN 0
      WHEN '1'
      THEN 1
      WHEN 'true'
      THEN 1
      ELSE -3
    END AS compliance_block,
    CASE COALESCE(CAST(credit_block AS VARCHAR), '')
      WHEN ''
      THEN 0
      WHEN '0'
      THEN 0
      WHEN 'false'
      THEN 0
      WHEN '1'
      THEN 1
      WHEN 'true'
      THEN 1
      ELSE -3
    END AS credit_block
  FROM accounts
), counts AS (
  SELECT
    account,
    compliance_block,
    credit_block,
    CAST(CASE WHEN current_1 >= 0 THEN current_1 ELSE 0 END + CASE WHEN current_2 >= 0 THEN current_2 ELSE 0 END + CASE WHEN current_3 >= 0 THEN current_3 ELSE 0 END + CASE WHEN current_4 >= 0 THEN current_4 ELSE 0 END AS BIGINT) AS current_points,
    CASE WHEN current_1 >= 0 THEN 1 ELSE 0 END + CASE WHEN current_2 >= 0 THEN 1 ELSE 0 END + CASE WHEN current_3 >= 0 THEN 1 ELSE 0 END + CASE WHEN current_4 >= 0 THEN 1 ELSE 0 END AS current_answered,
    CASE WHEN current_1 = -1 THEN 1 ELSE 0 END + CASE WHEN current_2 = -1 THEN 1 ELSE 0 END + CASE WHEN current_3 = -1 THEN 1 ELSE 0 END + CASE WHEN current_4 = -1 THEN 1 ELSE 0 END AS current_na,
    CAST(CASE WHEN potential_1 >= 0 THEN potential_1 ELSE 0 END + CASE WHEN potential_2 >= 0 THEN potential_2 ELSE 0 END + CASE WHEN potential_3 >= 0 THEN potential_3 ELSE 0 END + CASE WHEN potential_4 >= 0 THEN potential_4 ELSE 0 END AS BIGINT) AS potential_points,
    CASE WHEN potential_1 >= 0 THEN 1 ELSE 0 END + CASE WHEN potential_2 >= 0 THEN 1 ELSE 0 END + CASE WHEN potential_3 >= 0 THEN 1 ELSE 0 END + CASE WHEN potential_4 >= 0 THEN 1 ELSE 0 END AS potential_answered,
    CASE WHEN potential_1 = -1 THEN 1 ELSE 0 END + CASE WHEN potential_2 = -1 THEN 1 ELSE 0 END + CASE WHEN potential_3 = -1 THEN 1 ELSE 0 END + CASE WHEN potential_4 = -1 THEN 1 ELSE 0 END AS potential_na,
    CAST(CASE WHEN strategic_1 >= 0 THEN strategic_1 ELSE 0 END + CASE WHEN strategic_2 >= 0 THEN strategic_2 ELSE 0 END + CASE WHEN strategic_3 >= 0 THEN strategic_3 ELSE 0 END + CASE WHEN strategic_4 >= 0 THEN strategic_4 ELSE 0 END AS BIGINT) AS strategic_points,
    CASE WHEN strategic_1 >= 0 THEN 1 ELSE 0 END + CASE WHEN strategic_2 >= 0 THEN 1 ELSE 0 END + CASE WHEN strategic_3 >= 0 THEN 1 ELSE 0 END + CASE WHEN strategic_4 >= 0 THEN 1 ELSE 0 END AS strategic_answered,
    CASE WHEN strategic_1 = -1 THEN 1 ELSE 0 END + CASE WHEN strategic_2 = -1 THEN 1 ELSE 0 END + CASE WHEN strategic_3 = -1 THEN 1 ELSE 0 END + CASE WHEN strategic_4 = -1 THEN 1 ELSE 0 END AS strategic_na,
    CASE WHEN current_1 = -3 THEN 1 ELSE 0 END + CASE WHEN current_2 = -3 THEN 1 ELSE 0 END + CASE WHEN current_3 = -3 THEN 1 ELSE 0 END + CASE WHEN current_4 = -3 THEN 1 ELSE 0 END + CASE WHEN potential_1 = -3 THEN 1 ELSE 0 END + CASE WHEN potential_2 = -3 THEN 1 ELSE 0 END + CASE WHEN potential_3 = -3 THEN 1 ELSE 0 END + CASE WHEN potential_4 = -3 THEN 1 ELSE 0 END + CASE WHEN strategic_1 = -3 THEN 1 ELSE 0 END + CASE WHEN strategic_2 = -3 THEN 1 ELSE 0 END + CASE WHEN strategic_3 = -3 THEN 1 ELSE 0 END + CASE WHEN strategic_4 = -3 THEN 1 ELSE 0 END + CASE WHEN compliance_block = -3 THEN 1 ELSE 0 END + CASE WHEN credit_block = -3 THEN 1 ELSE 0 END AS malformed_cells
  FROM levels
), states AS (
  SELECT
    account,
    compliance_block,
    credit_block,
    current_points,
    current_answered,
    potential_points,
    potential_answered,
    strategic_points,
    strategic_answered,
    malformed_cells,
    CASE
      WHEN current_na = 4
      THEN 'na'
      WHEN 2 * current_na > 4 OR 4 * current_answered < 3 * (
        4 - current_na
      )
      THEN 'insufficient'
      ELSE 'ok'
    END AS current_state,
    CASE
      WHEN potential_na = 4
      THEN 'na'
      WHEN 2 * potential_na > 4 OR 4 * potential_answered < 3 * (
        4 - potential_na
      )
      THEN 'insufficient'
      ELSE 'ok'
    END AS potential_state,
    CASE
      WHEN strategic_na = 4
      THEN 'na'
      WHEN 2 * strategic_na > 4 OR 4 * strategic_answered < 3 * (
        4 - strategic_na
      )
      THEN 'insufficient'
      ELSE 'ok'
    END AS strategic_state
  FROM counts
), scores AS (
  SELECT
    account,
    compliance_block,
    credit_block,
    malformed_cells,
    current_state,
    potential_state,
    strategic_state,
    CASE
      WHEN current_state = 'ok'
      THEN CASE current_answered
        WHEN 1
        THEN 1200 * current_points
        WHEN 2
        THEN 600 * current_points
        WHEN 3
        THEN 400 * current_points
        WHEN 4
        THEN 300 * current_points
        ELSE NULL
      END
      ELSE NULL
    END AS current_parts,
    CASE
      WHEN potential_state = 'ok'
      THEN CASE potential_answered
        WHEN 1
        THEN 1200 * potential_points
        WHEN 2
        THEN 600 * potential_points
        WHEN 3
        THEN 400 * potential_points
        WHEN 4
        THEN 300 * potential_points
        ELSE NULL
      END
      ELSE NULL
    END AS potential_parts,
    CASE
      WHEN strategic_state = 'ok'
      THEN CASE strategic_answered
        WHEN 1
        THEN 1200 * strategic_points
        WHEN 2
        THEN 600 * strategic_points
        WHEN 3
        THEN 400 * strategic_points
        WHEN 4
        THEN 300 * strategic_points
        ELSE NULL
      END
      ELSE NULL
    END AS strategic_parts
  FROM states
), composites AS (
  SELECT
    account,
    compliance_block,
    credit_block,
    malformed_cells,
    current_state,
    potential_state,
    strategic_state,
    CAST(CASE WHEN current_state = 'ok' THEN 35 ELSE 0 END + CASE WHEN potential_state = 'ok' THEN 30 ELSE 0 END + CASE WHEN strategic_state = 'ok' THEN 35 ELSE 0 END AS BIGINT) AS scored_weights,
    CAST(CASE WHEN current_state = 'ok' THEN 35 * current_parts ELSE 0 END + CASE WHEN potential_state = 'ok' THEN 30 * potential_parts ELSE 0 END + CASE WHEN strategic_state = 'ok' THEN 35 * strategic_parts ELSE 0 END AS BIGINT) AS numerator,
    CAST((
      20 * current_parts + 36 - (
        20 * current_parts + 36
      ) % (
        2 * 36
      )
    ) / (
      2 * 36
    ) AS BIGINT) AS current_tenths,
    CAST((
      20 * potential_parts + 36 - (
        20 * potential_parts + 36
      ) % (
        2 * 36
      )
    ) / (
      2 * 36
    ) AS BIGINT) AS potential_tenths,
    CAST((
      20 * strategic_parts + 36 - (
        20 * strategic_parts + 36
      ) % (
        2 * 36
      )
    ) / (
      2 * 36
    ) AS BIGINT) AS strategic_tenths
  FROM scores
), standing AS (
  SELECT
    account,
    compliance_block,
    credit_block,
    malformed_cells,
    current_state,
    potential_state,
    strategic_state,
    scored_weights,
    numerator,
    current_tenths,
    potential_tenths,
    strategic_tenths,
    CASE
      WHEN current_state = 'insufficient'
      OR potential_state = 'insufficient'
      OR strategic_state = 'insufficient'
      THEN 'incomplete'
      WHEN 2 * scored_weights < 100
      THEN 'too_many_na'
      ELSE 'ok'
    END AS model_status
  FROM composites
), denominators AS (
  SELECT
    account,
    compliance_block,
    credit_block,
    malformed_cells,
    current_state,
    potential_state,
    strategic_state,
    numerator,
    current_tenths,
    potential_tenths,
    strategic_tenths,
    model_status,
    CASE WHEN model_status = 'ok' THEN 36 * scored_weights ELSE NULL END AS denominator
  FROM standing
), rounded AS (
  SELECT
    account,
    compliance_block,
    credit_block,
    malformed_cells,
    current_state,
    potential_state,
    strategic_state,
    current_tenths,
    potential_tenths,
    strategic_tenths,
    model_status,
    CAST((
      20 * numerator + denominator - (
        20 * numerator + denominator
      ) % (
        2 * denominator
      )
    ) / (
      2 * denominator
    ) AS BIGINT) AS overall_tenths,
    COALESCE(strategic_tenths, 0) AS strategic_value,
    COALESCE(current_tenths, 0) AS current_value
  FROM denominators
), judged AS (
  SELECT
    account,
    compliance_block,
    credit_block,
    malformed_cells,
    current_state,
    potential_state,
    strategic_state,
    current_tenths,
    potential_tenths,
    strategic_tenths,
    model_status,
    overall_tenths,
    strategic_value,
    current_value,
    CASE
      WHEN overall_tenths IS NULL
      THEN NULL
      WHEN compliance_block = 1 OR credit_block = 1
      THEN 2
      WHEN overall_tenths >= 700 AND strategic_value >= 600
      THEN 0
      WHEN overall_tenths >= 500 OR current_value >= 750
      THEN 1
      ELSE 2
    END AS band_place
  FROM rounded
)
SELECT
  account,
  CASE WHEN malformed_cells = 0 THEN model_status ELSE 'malformed' END AS status,
  CASE WHEN malformed_cells = 0 THEN overall_tenths ELSE NULL END AS overall_tenths,
  CASE
    WHEN malformed_cells = 0
    THEN CASE band_place
      WHEN 0
      THEN 'strategic'
      WHEN 1
      THEN 'key'
      WHEN 2
      THEN 'ordinary'
      ELSE NULL
    END
    ELSE NULL
  END AS tier,
  CASE
    WHEN malformed_cells = 0
    THEN CASE band_place
      WHEN 0
      THEN 'A(002)'
      WHEN 1
      THEN 'B(002)'
      WHEN 2
      THEN 'C(002)'
      ELSE NULL
    END
    ELSE NULL
  END AS seed_letter,
  CASE
    WHEN malformed_cells = 0
    THEN TRIM(
      CASE
        WHEN compliance_block = 1 OR credit_block = 1
        THEN CONCAT(CAST(' ' AS VARCHAR), CAST('BLOCKED' AS VARCHAR))
        ELSE ''
      END
    )
    ELSE NULL
  END AS flags,
  CASE WHEN malformed_cells = 0 THEN current_tenths ELSE NULL END AS current_tenths,
  CASE WHEN malformed_cells = 0 THEN potential_tenths ELSE NULL END AS potential_tenths,
  CASE WHEN malformed_cells = 0 THEN strategic_tenths ELSE NULL END AS strategic_tenths,
  CASE WHEN malformed_cells = 0 THEN current_state ELSE NULL END AS current_state,
  CASE WHEN malformed_cells = 0 THEN potential_state ELSE NULL END AS potential_state,
  CASE WHEN malformed_cells = 0 THEN strategic_state ELSE NULL END AS strategic_state,
  CASE WHEN malformed_cells = 0 THEN overall_tenths - 700 ELSE NULL END AS distance_strategic_overall_tenths,
  CASE WHEN malformed_cells = 0 THEN strategic_value - 600 ELSE NULL END AS distance_strategic_strategic_tenths,
  CASE WHEN malformed_cells = 0 THEN overall_tenths - 500 ELSE NULL END AS distance_key_overall_tenths,
  CASE WHEN malformed_cells = 0 THEN current_value - 750 ELSE NULL END AS distance_key_current_tenths,
  malformed_cells
FROM judged
