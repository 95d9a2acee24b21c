-- fortune-telling-selection VERSION, model selection, engine 1.0.0.
-- Definition HASH, scoring SCORING.
-- Dialect trino: GENERATED ONLY, never run there by us; compare some rows first.
-- Scores and distances are whole tenths of a point: 833 is 83.3.
-- Made by: playbook sql fortune-telling-selection --dialect trino
WITH levels AS (
  SELECT
    account,
    CASE COALESCE(CAST(industry_1 AS VARCHAR), '')
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
    END AS industry_1,
    CASE COALESCE(CAST(industry_2 AS VARCHAR), '')
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
    END AS industry_2,
    CASE COALESCE(CAST(industry_3 AS VARCHAR), '')
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
    END AS industry_3,
    CASE COALESCE(CAST(competition_1 AS VARCHAR), '')
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
    END AS competition_1,
    CASE COALESCE(CAST(competition_2 AS VARCHAR), '')
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
    END AS competition_2,
    CASE COALESCE(CAST(competition_3 AS VARCHAR), '')
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
    END AS competition_3,
    CASE COALESCE(CAST(customer_1 AS VARCHAR), '')
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
    END AS customer_1,
    CASE COALESCE(CAST(customer_2 AS VARCHAR), '')
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
    END AS customer_2,
    CASE COALESCE(CAST(customer_3 AS VARCHAR), '')
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
    END AS customer_3,
    CASE COALESCE(CAST(customer_4 AS VARCHAR), '')
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
    END AS customer_4,
    CASE COALESCE(CAST(customer_5 AS VARCHAR), '')
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
    END AS customer_5,
    CASE COALESCE(CAST(fit_1 AS VARCHAR), '')
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
    END AS fit_1,
    CASE COALESCE(CAST(fit_2 AS VARCHAR), '')
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
    END AS fit_2,
    CASE COALESCE(CAST(fit_3 AS VARCHAR), '')
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
    END AS fit_3,
    CASE COALESCE(CAST(fit_4 AS VARCHAR), '')
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
    END AS fit_4,
    CASE COALESCE(CAST(cash_1 AS VARCHAR), '')
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
    END AS cash_1,
    CASE COALESCE(CAST(cash_2 AS VARCHAR), '')
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
    END AS cash_2,
    CASE COALESCE(CAST(cash_3 AS VARCHAR), '')
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
    END AS cash_3,
    CASE COALESCE(CAST(knock_out AS VARCHAR), '')
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
    END AS knock_out,
    CASE COALESCE(CAST(thin AS VARCHAR), '')
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
    END AS thin
  FROM accounts
), counts AS (
  SELECT
    account,
    knock_out,
    thin,
    CAST(CASE WHEN industry_1 >= 0 THEN industry_1 ELSE 0 END + CASE WHEN industry_2 >= 0 THEN industry_2 ELSE 0 END + CASE WHEN industry_3 >= 0 THEN industry_3 ELSE 0 END AS BIGINT) AS industry_points,
    CASE WHEN industry_1 >= 0 THEN 1 ELSE 0 END + CASE WHEN industry_2 >= 0 THEN 1 ELSE 0 END + CASE WHEN industry_3 >= 0 THEN 1 ELSE 0 END AS industry_answered,
    CASE WHEN industry_1 = -1 THEN 1 ELSE 0 END + CASE WHEN industry_2 = -1 THEN 1 ELSE 0 END + CASE WHEN industry_3 = -1 THEN 1 ELSE 0 END AS industry_na,
    CAST(CASE WHEN competition_1 >= 0 THEN competition_1 ELSE 0 END + CASE WHEN competition_2 >= 0 THEN competition_2 ELSE 0 END + CASE WHEN competition_3 >= 0 THEN competition_3 ELSE 0 END AS BIGINT) AS competition_points,
    CASE WHEN competition_1 >= 0 THEN 1 ELSE 0 END + CASE WHEN competition_2 >= 0 THEN 1 ELSE 0 END + CASE WHEN competition_3 >= 0 THEN 1 ELSE 0 END AS competition_answered,
    CASE WHEN competition_1 = -1 THEN 1 ELSE 0 END + CASE WHEN competition_2 = -1 THEN 1 ELSE 0 END + CASE WHEN competition_3 = -1 THEN 1 ELSE 0 END AS competition_na,
    CAST(CASE WHEN customer_1 >= 0 THEN customer_1 ELSE 0 END + CASE WHEN customer_2 >= 0 THEN customer_2 ELSE 0 END + CASE WHEN customer_3 >= 0 THEN customer_3 ELSE 0 END + CASE WHEN customer_4 >= 0 THEN customer_4 ELSE 0 END + CASE WHEN customer_5 >= 0 THEN customer_5 ELSE 0 END AS BIGINT) AS customer_points,
    CASE WHEN customer_1 >= 0 THEN 1 ELSE 0 END + CASE WHEN customer_2 >= 0 THEN 1 ELSE 0 END + CASE WHEN customer_3 >= 0 THEN 1 ELSE 0 END + CASE WHEN customer_4 >= 0 THEN 1 ELSE 0 END + CASE WHEN customer_5 >= 0 THEN 1 ELSE 0 END AS customer_answered,
    CASE WHEN customer_1 = -1 THEN 1 ELSE 0 END + CASE WHEN customer_2 = -1 THEN 1 ELSE 0 END + CASE WHEN customer_3 = -1 THEN 1 ELSE 0 END + CASE WHEN customer_4 = -1 THEN 1 ELSE 0 END + CASE WHEN customer_5 = -1 THEN 1 ELSE 0 END AS customer_na,
    CAST(CASE WHEN fit_1 >= 0 THEN fit_1 ELSE 0 END + CASE WHEN fit_2 >= 0 THEN fit_2 ELSE 0 END + CASE WHEN fit_3 >= 0 THEN fit_3 ELSE 0 END + CASE WHEN fit_4 >= 0 THEN fit_4 ELSE 0 END AS BIGINT) AS fit_points,
    CASE WHEN fit_1 >= 0 THEN 1 ELSE 0 END + CASE WHEN fit_2 >= 0 THEN 1 ELSE 0 END + CASE WHEN fit_3 >= 0 THEN 1 ELSE 0 END + CASE WHEN fit_4 >= 0 THEN 1 ELSE 0 END AS fit_answered,
    CASE WHEN fit_1 = -1 THEN 1 ELSE 0 END + CASE WHEN fit_2 = -1 THEN 1 ELSE 0 END + CASE WHEN fit_3 = -1 THEN 1 ELSE 0 END + CASE WHEN fit_4 = -1 THEN 1 ELSE 0 END AS fit_na,
    CAST(CASE WHEN cash_1 >= 0 THEN cash_1 ELSE 0 END + CASE WHEN cash_2 >= 0 THEN cash_2 ELSE 0 END + CASE WHEN cash_3 >= 0 THEN cash_3 ELSE 0 END AS BIGINT) AS cash_points,
    CASE WHEN cash_1 >= 0 THEN 1 ELSE 0 END + CASE WHEN cash_2 >= 0 THEN 1 ELSE 0 END + CASE WHEN cash_3 >= 0 THEN 1 ELSE 0 END AS cash_answered,
    CASE WHEN cash_1 = -1 THEN 1 ELSE 0 END + CASE WHEN cash_2 = -1 THEN 1 ELSE 0 END + CASE WHEN cash_3 = -1 THEN 1 ELSE 0 END AS cash_na,
    CASE WHEN industry_1 = -3 THEN 1 ELSE 0 END + CASE WHEN industry_2 = -3 THEN 1 ELSE 0 END + CASE WHEN industry_3 = -3 THEN 1 ELSE 0 END + CASE WHEN competition_1 = -3 THEN 1 ELSE 0 END + CASE WHEN competition_2 = -3 THEN 1 ELSE 0 END + CASE WHEN competition_3 = -3 THEN 1 ELSE 0 END + CASE WHEN customer_1 = -3 THEN 1 ELSE 0 END + CASE WHEN customer_2 = -3 THEN 1 ELSE 0 END + CASE WHEN customer_3 = -3 THEN 1 ELSE 0 END + CASE WHEN customer_4 = -3 THEN 1 ELSE 0 END + CASE WHEN customer_5 = -3 THEN 1 ELSE 0 END + CASE WHEN fit_1 = -3 THEN 1 ELSE 0 END + CASE WHEN fit_2 = -3 THEN 1 ELSE 0 END + CASE WHEN fit_3 = -3 THEN 1 ELSE 0 END + CASE WHEN fit_4 = -3 THEN 1 ELSE 0 END + CASE WHEN cash_1 = -3 THEN 1 ELSE 0 END + CASE WHEN cash_2 = -3 THEN 1 ELSE 0 END + CASE WHEN cash_3 = -3 THEN 1 ELSE 0 END + CASE WHEN knock_out = -3 THEN 1 ELSE 0 END + CASE WHEN thin = -3 THEN 1 ELSE 0 END AS malformed_cells
  FROM levels
), states AS (
  SELECT
    account,
    knock_out,
    thin,
    industry_points,
    industry_answered,
    competition_points,
    competition_answered,
    customer_points,
    customer_answered,
    fit_points,
    fit_answered,
    cash_points,
    cash_answered,
    malformed_cells,
    CASE
      WHEN industry_na = 3
      THEN 'na'
      WHEN 2 * industry_na > 3 OR 4 * industry_answered < 3 * (
        3 - industry_na
      )
      THEN 'insufficient'
      ELSE 'ok'
    END AS industry_state,
    CASE
      WHEN competition_na = 3
      THEN 'na'
      WHEN 2 * competition_na > 3 OR 4 * competition_answered < 3 * (
        3 - competition_na
      )
      THEN 'insufficient'
      ELSE 'ok'
    END AS competition_state,
    CASE
      WHEN customer_na = 5
      THEN 'na'
      WHEN 2 * customer_na > 5 OR 4 * customer_answered < 3 * (
        5 - customer_na
      )
      THEN 'insufficient'
      ELSE 'ok'
    END AS customer_state,
    CASE
      WHEN fit_na = 4
      THEN 'na'
      WHEN 2 * fit_na > 4 OR 4 * fit_answered < 3 * (
        4 - fit_na
      )
      THEN 'insufficient'
      ELSE 'ok'
    END AS fit_state,
    CASE
      WHEN cash_na = 3
      THEN 'na'
      WHEN 2 * cash_na > 3 OR 4 * cash_answered < 3 * (
        3 - cash_na
      )
      THEN 'insufficient'
      ELSE 'ok'
    END AS cash_state
  FROM counts
), scores AS (
  SELECT
    account,
    knock_out,
    thin,
    malformed_cells,
    industry_state,
    competition_state,
    customer_state,
    fit_state,
    cash_state,
    CASE
      WHEN industry_state = 'ok'
      THEN CASE industry_answered
        WHEN 1
        THEN 6000 * industry_points
        WHEN 2
        THEN 3000 * industry_points
        WHEN 3
        THEN 2000 * industry_points
        ELSE NULL
      END
      ELSE NULL
    END AS industry_parts,
    CASE
      WHEN competition_state = 'ok'
      THEN CASE competition_answered
        WHEN 1
        THEN 6000 * competition_points
        WHEN 2
        THEN 3000 * competition_points
        WHEN 3
        THEN 2000 * competition_points
        ELSE NULL
      END
      ELSE NULL
    END AS competition_parts,
    CASE
      WHEN customer_state = 'ok'
      THEN CASE customer_answered
        WHEN 1
        THEN 6000 * customer_points
        WHEN 2
        THEN 3000 * customer_points
        WHEN 3
        THEN 2000 * customer_points
        WHEN 4
        THEN 1500 * customer_points
        WHEN 5
        THEN 1200 * customer_points
        ELSE NULL
      END
      ELSE NULL
    END AS customer_parts,
    CASE
      WHEN fit_state = 'ok'
      THEN CASE fit_answered
        WHEN 1
        THEN 6000 * fit_points
        WHEN 2
        THEN 3000 * fit_points
        WHEN 3
        THEN 2000 * fit_points
        WHEN 4
        THEN 1500 * fit_points
        ELSE NULL
      END
      ELSE NULL
    END AS fit_parts,
    CASE
      WHEN cash_state = 'ok'
      THEN CASE cash_answered
        WHEN 1
        THEN 6000 * cash_points
        WHEN 2
        THEN 3000 * cash_points
        WHEN 3
        THEN 2000 * cash_points
        ELSE NULL
      END
      ELSE NULL
    END AS cash_parts
  FROM states
), completeness AS (
  SELECT
    account,
    knock_out,
    thin,
    malformed_cells,
    industry_state,
    competition_state,
    customer_state,
    fit_state,
    cash_state,
    industry_parts,
    competition_parts,
    customer_parts,
    fit_parts,
    cash_parts,
    CASE
      WHEN industry_state = 'ok'
      AND competition_state = 'ok'
      AND customer_state = 'ok'
      AND fit_state = 'ok'
      AND cash_state = 'ok'
      THEN 1
      ELSE 0
    END AS complete
  FROM scores
), composites AS (
  SELECT
    account,
    knock_out,
    thin,
    malformed_cells,
    industry_state,
    competition_state,
    customer_state,
    fit_state,
    cash_state,
    complete,
    CASE
      WHEN complete = 1
      THEN 35 * industry_parts + 25 * competition_parts + 40 * customer_parts
      ELSE NULL
    END AS prospect_sum,
    CASE
      WHEN complete = 1
      THEN 2100 * industry_parts + 1500 * competition_parts + 2400 * customer_parts + 4000 * fit_parts
      ELSE NULL
    END AS comprehensive_value_sum,
    CAST((
      20 * industry_parts + 180 - (
        20 * industry_parts + 180
      ) % (
        2 * 180
      )
    ) / (
      2 * 180
    ) AS BIGINT) AS industry_tenths,
    CAST((
      20 * competition_parts + 180 - (
        20 * competition_parts + 180
      ) % (
        2 * 180
      )
    ) / (
      2 * 180
    ) AS BIGINT) AS competition_tenths,
    CAST((
      20 * customer_parts + 180 - (
        20 * customer_parts + 180
      ) % (
        2 * 180
      )
    ) / (
      2 * 180
    ) AS BIGINT) AS customer_tenths,
    CAST((
      20 * fit_parts + 180 - (
        20 * fit_parts + 180
      ) % (
        2 * 180
      )
    ) / (
      2 * 180
    ) AS BIGINT) AS fit_tenths,
    CAST((
      20 * cash_parts + 180 - (
        20 * cash_parts + 180
      ) % (
        2 * 180
      )
    ) / (
      2 * 180
    ) AS BIGINT) AS cash_tenths
  FROM completeness
), rounded AS (
  SELECT
    account,
    knock_out,
    thin,
    malformed_cells,
    industry_state,
    competition_state,
    customer_state,
    fit_state,
    cash_state,
    complete,
    industry_tenths,
    competition_tenths,
    customer_tenths,
    fit_tenths,
    cash_tenths,
    CAST((
      20 * prospect_sum + 18000 - (
        20 * prospect_sum + 18000
      ) % (
        2 * 18000
      )
    ) / (
      2 * 18000
    ) AS BIGINT) AS prospect_tenths,
    CAST((
      20 * comprehensive_value_sum + 1800000 - (
        20 * comprehensive_value_sum + 1800000
      ) % (
        2 * 1800000
      )
    ) / (
      2 * 1800000
    ) AS BIGINT) AS comprehensive_value_tenths
  FROM composites
), judged AS (
  SELECT
    account,
    knock_out,
    thin,
    malformed_cells,
    industry_state,
    competition_state,
    customer_state,
    fit_state,
    cash_state,
    industry_tenths,
    competition_tenths,
    customer_tenths,
    fit_tenths,
    cash_tenths,
    prospect_tenths,
    comprehensive_value_tenths,
    CASE
      WHEN complete = 0
      THEN 'incomplete'
      WHEN thin = 1
      THEN 'provisional'
      ELSE 'ok'
    END AS model_status,
    CASE
      WHEN complete = 0
      THEN NULL
      WHEN knock_out = 1
      THEN 3
      WHEN prospect_tenths >= 700 AND fit_tenths >= 700
      THEN 0
      WHEN cash_tenths >= 600 AND fit_tenths >= 500
      THEN 1
      WHEN prospect_tenths >= 500 OR fit_tenths >= 500
      THEN 2
      ELSE 3
    END AS band_place
  FROM rounded
)
SELECT
  account,
  CASE WHEN malformed_cells = 0 THEN model_status ELSE 'malformed' END AS status,
  CASE
    WHEN malformed_cells = 0
    THEN CASE band_place
      WHEN 0
      THEN 'star'
      WHEN 1
      THEN 'cash-cow'
      WHEN 2
      THEN 'watch'
      WHEN 3
      THEN 'exit'
      ELSE NULL
    END
    ELSE NULL
  END AS class,
  CASE
    WHEN malformed_cells = 0
    THEN CASE band_place
      WHEN 0
      THEN 'strategic'
      WHEN 1
      THEN 'key'
      WHEN 2
      THEN 'ordinary'
      WHEN 3
      THEN 'ordinary'
      ELSE NULL
    END
    ELSE NULL
  END AS default_tier,
  CASE
    WHEN malformed_cells = 0
    THEN CASE band_place
      WHEN 0
      THEN 'S'
      WHEN 1
      THEN 'A'
      WHEN 2
      THEN 'B*'
      WHEN 3
      THEN 'C*'
      ELSE NULL
    END
    ELSE NULL
  END AS seed_letter,
  CASE WHEN malformed_cells = 0 THEN prospect_tenths ELSE NULL END AS prospect_tenths,
  CASE WHEN malformed_cells = 0 THEN comprehensive_value_tenths ELSE NULL END AS comprehensive_value_tenths,
  CASE
    WHEN malformed_cells = 0
    THEN TRIM(
      CONCAT(
        CAST(CASE
          WHEN knock_out = 1
          THEN CONCAT(CAST(' ' AS VARCHAR), CAST('KNOCK_OUT' AS VARCHAR))
          ELSE ''
        END AS VARCHAR),
        CAST(CASE
          WHEN thin = 1
          THEN CONCAT(CAST(' ' AS VARCHAR), CAST('RESEARCH_THIN' AS VARCHAR))
          ELSE ''
        END AS VARCHAR)
      )
    )
    ELSE NULL
  END AS flags,
  CASE WHEN malformed_cells = 0 THEN industry_tenths ELSE NULL END AS industry_tenths,
  CASE WHEN malformed_cells = 0 THEN competition_tenths ELSE NULL END AS competition_tenths,
  CASE WHEN malformed_cells = 0 THEN customer_tenths ELSE NULL END AS customer_tenths,
  CASE WHEN malformed_cells = 0 THEN fit_tenths ELSE NULL END AS fit_tenths,
  CASE WHEN malformed_cells = 0 THEN cash_tenths ELSE NULL END AS cash_tenths,
  CASE WHEN malformed_cells = 0 THEN industry_state ELSE NULL END AS industry_state,
  CASE WHEN malformed_cells = 0 THEN competition_state ELSE NULL END AS competition_state,
  CASE WHEN malformed_cells = 0 THEN customer_state ELSE NULL END AS customer_state,
  CASE WHEN malformed_cells = 0 THEN fit_state ELSE NULL END AS fit_state,
  CASE WHEN malformed_cells = 0 THEN cash_state ELSE NULL END AS cash_state,
  CASE WHEN malformed_cells = 0 THEN prospect_tenths - 700 ELSE NULL END AS distance_star_prospect_tenths,
  CASE WHEN malformed_cells = 0 THEN fit_tenths - 700 ELSE NULL END AS distance_star_fit_tenths,
  CASE WHEN malformed_cells = 0 THEN cash_tenths - 600 ELSE NULL END AS distance_cash_cow_cash_tenths,
  CASE WHEN malformed_cells = 0 THEN fit_tenths - 500 ELSE NULL END AS distance_cash_cow_fit_tenths,
  CASE WHEN malformed_cells = 0 THEN prospect_tenths - 500 ELSE NULL END AS distance_watch_prospect_tenths,
  CASE WHEN malformed_cells = 0 THEN fit_tenths - 500 ELSE NULL END AS distance_watch_fit_tenths,
  malformed_cells
FROM judged
